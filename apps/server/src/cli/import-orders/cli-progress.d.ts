/** The part of cli-progress that we use; the package brings no types. */
declare module 'cli-progress' {
  export interface Options {
    readonly format: string;
    readonly stream: NodeJS.WritableStream;
    readonly clearOnComplete: boolean;
    readonly hideCursor: boolean;
    readonly etaBuffer: number;
  }
  export interface Preset {
    readonly barCompleteChar: string;
    readonly barIncompleteChar: string;
  }
  export class SingleBar {
    constructor(options: Options, preset: Preset);
    start(total: number, startValue: number, payload: Readonly<Record<string, string>>): void;
    update(value: number, payload: Readonly<Record<string, string>>): void;
    stop(): void;
  }
  const cliProgress: { readonly SingleBar: typeof SingleBar; readonly Presets: { readonly shades_classic: Preset } };
  export default cliProgress;
}
