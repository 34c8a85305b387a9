/**
 * The few globals that Node and every browser share and that `shared` may use. Declared here, and
 * only what is used, so that neither the DOM nor Node leaks into the types of this layer.
 */
declare class AbortSignal {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

declare class AbortController {
  readonly signal: AbortSignal;
  abort(): void;
}

declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes: Uint8Array): string;
}

declare function queueMicrotask(task: () => void): void;

declare namespace WebAssembly {
  class Memory {
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
  class Table {
    readonly length: number;
  }
  /** Of a module whose functions take and give 32-bit whole numbers only. */
  type ExportValue = ((...args: readonly number[]) => number) | Memory | Table;
  interface Instantiated {
    readonly instance: { readonly exports: Readonly<Record<string, ExportValue>> };
  }
  type ImportFunction = (...args: readonly number[]) => number | void;
  function instantiate(
    bytes: Uint8Array<ArrayBuffer>,
    imports: Readonly<Record<string, Readonly<Record<string, ImportFunction>>>>,
  ): Promise<Instantiated>;
}

declare const crypto: {
  getRandomValues<Bytes extends Uint8Array>(bytes: Bytes): Bytes;
};
