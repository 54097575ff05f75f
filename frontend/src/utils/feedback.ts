const TONES = { good: 880, bad: 220 } as const;
const LENGTH_S = 0.09;
const VIBRATION_MS = { good: 60, bad: 250 } as const;

let audio: AudioContext | undefined;

/** Let a hand and an ear know what happened, where the browser allows it; what happened is always written, too. */
export const giveFeedback = (how: keyof typeof TONES): void => {
  // Browsers let a page vibrate and sound only after somebody has touched it, and complain about trying.
  if (!navigator.userActivation?.hasBeenActive) return;
  navigator.vibrate?.(VIBRATION_MS[how]);
  try {
    audio ??= new AudioContext();
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    volume.gain.value = 0.05;
    tone.frequency.value = TONES[how];
    tone.connect(volume).connect(audio.destination);
    tone.start();
    tone.stop(audio.currentTime + LENGTH_S);
  } catch {
    // silence is fine
  }
};
