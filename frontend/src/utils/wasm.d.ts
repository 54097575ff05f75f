/** The address of a file that the build puts beside the chunks. */
declare module "*.wasm" {
  const address: string;
  export default address;
}
