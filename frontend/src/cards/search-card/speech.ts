import type { ReactiveController, ReactiveControllerHost } from "lit";

/** The little that is used of the browsers' speech recognition; not all of them have it. */
interface Recognition extends EventTarget {
  lang: string;
  interimResults: boolean;
  start(): void;
  abort(): void;
}

interface RecognitionEvent extends Event {
  results: ArrayLike<ArrayLike<{ transcript: string }> & { isFinal: boolean }>;
}

type RecognitionClass = new () => Recognition;

interface SpeechWindow {
  SpeechRecognition?: RecognitionClass;
  webkitSpeechRecognition?: RecognitionClass;
}

const recognition = (): RecognitionClass | undefined => {
  const speech = window as SpeechWindow;
  return speech.SpeechRecognition ?? speech.webkitSpeechRecognition;
};

/** Listens to one question at a time, in the language of the user. */
export class SpeechController implements ReactiveController {
  public listening = false;
  /** Why nothing came of it: nobody was heard, or the microphone may not be used. */
  public failed?: "unheard" | "refused";

  private _running?: Recognition;

  public constructor(
    private readonly _host: ReactiveControllerHost,
    private readonly _heard: (text: string, isFinal: boolean) => void,
  ) {
    _host.addController(this);
  }

  /** Browsers give the microphone only to pages that came over https, or from this machine. */
  public get isOffered(): boolean {
    return window.isSecureContext && recognition() !== undefined;
  }

  public hostDisconnected(): void {
    this.stop();
  }

  public stop(): void {
    this._running?.abort();
    this._ended();
  }

  public start(language: string): void {
    const Recognizer = recognition();
    if (!Recognizer || this.listening) return;
    const running = (this._running = new Recognizer());
    running.lang = language;
    running.interimResults = true;
    running.addEventListener("result", (event) => this._take(event as RecognitionEvent));
    running.addEventListener("error", (event) =>
      this._fail((event as Event & { error: string }).error),
    );
    running.addEventListener("end", () => running === this._running && this._ended());
    this.failed = undefined;
    this.listening = true;
    running.start();
    this._host.requestUpdate();
  }

  private _take({ results }: RecognitionEvent): void {
    const parts = Array.from(results);
    const text = parts.map((part) => part[0]?.transcript ?? "").join(" ");
    if (text.trim()) this._heard(text.trim(), parts.at(-1)?.isFinal ?? false);
  }

  private _fail(error: string): void {
    if (error !== "aborted") this.failed = error === "no-speech" ? "unheard" : "refused";
  }

  private _ended(): void {
    this._running = undefined;
    this.listening = false;
    this._host.requestUpdate();
  }
}
