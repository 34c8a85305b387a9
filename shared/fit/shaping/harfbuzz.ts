import type { FaceMetrics } from "./font-file.ts";
import { wasmFunctions, type WasmFunctions } from "./wasm-functions.ts";

/** A font that HarfBuzz has open: numbers that mean something to the module that gave them only. */
export interface OpenFont {
  readonly font: number;
  readonly metrics: FaceMetrics;
  /** The OpenType features that the font can substitute glyphs by: `liga`, `smcp`, … */
  readonly substitutions: ReadonlySet<string>;
}

/** How a piece of text is written: its script, by its ISO 15924 name, and its direction. */
export interface Writing {
  readonly script: string;
  readonly isRightToLeft: boolean;
}

/** Glyphs in the order of their text, whichever way it runs, in font units. One entry per glyph in every array. */
export interface ShapedGlyphs {
  readonly ids: readonly number[];
  /** Offset, in the text that was shaped, of what the glyph stands for. Never falls. */
  readonly clusters: readonly number[];
  readonly advances: readonly number[];
  readonly xOffsets: readonly number[];
  readonly yOffsets: readonly number[];
  /** Whether the glyphs on either side would be others if a line broke before this one. */
  readonly unsafe: readonly boolean[];
}

/** The shaper: https://harfbuzz.github.io, as compiled to WASM by the package `harfbuzzjs`. */
export interface HarfBuzz {
  /** Opens a font; null where the bytes hold no font with glyphs and character map. */
  open(bytes: Uint8Array): OpenFont | null;
  /** Whether the font has a glyph for the character. */
  has(font: OpenFont, codePoint: number): boolean;
  /**
   * Shapes a piece of text of one script and direction with the font's usual features and those
   * named, or without those named with a minus. Brackets are mirrored where it runs from right to left.
   */
  shape(font: OpenFont, text: string, writing: Writing, features: readonly string[]): ShapedGlyphs;
}

const NAMES = [
  "malloc",
  "free",
  "hb_blob_create",
  "hb_blob_destroy",
  "hb_face_create",
  "hb_face_destroy",
  "hb_face_get_upem",
  "hb_font_create",
  "hb_font_destroy",
  "hb_font_get_nominal_glyph",
  "hb_font_get_h_extents",
  "hb_ot_metrics_get_position_with_fallback",
  "hb_ot_layout_table_get_feature_tags",
  "hb_buffer_create",
  "hb_buffer_clear_contents",
  "hb_buffer_add_utf16",
  "hb_buffer_guess_segment_properties",
  "hb_buffer_set_script",
  "hb_buffer_set_direction",
  "hb_buffer_get_length",
  "hb_buffer_get_glyph_infos",
  "hb_buffer_get_glyph_positions",
  "hb_shape",
] as const;
type Calls = WasmFunctions<(typeof NAMES)[number]>;

const PAGE = 65_536;
/** `hb_direction_t`: HB_DIRECTION_LTR and HB_DIRECTION_RTL. */
const LEFT_TO_RIGHT = 4;
const RIGHT_TO_LEFT = 5;
/** `hb_memory_mode_t`: HB_MEMORY_MODE_READONLY; the bytes stay for as long as the module lives. */
const READ_ONLY = 1;
/** Bytes of `hb_glyph_info_t`, `hb_glyph_position_t` and `hb_feature_t`; all three hold 32-bit fields only. */
const INFO_BYTES = 20;
const POSITION_BYTES = 20;
const FEATURE_BYTES = 16;
/** `hb_glyph_flags_t`, kept in the mask of a shaped glyph. */
const UNSAFE_TO_BREAK = 1;
const TO_THE_END = 0xff_ff_ff_ff;
const MOST_FEATURES = 16;

function tag(name: string): number {
  return [0, 1, 2, 3].reduce((sum, at) => (sum << 8) | name.charCodeAt(at), 0);
}

function nameOfTag(value: number): string {
  return [24, 16, 8, 0].map((bits) => String.fromCharCode((value >>> bits) & 0xff)).join("");
}

/**
 * Glyphs that were given from left to right, in the order of a text that runs from right to left. What
 * stands over or beside a letter is told from where the pen was: behind the letter now, no longer before it.
 */
function inTextOrder(glyphs: ShapedGlyphs): ShapedGlyphs {
  const { clusters, advances, xOffsets } = glyphs;
  const moved = [...xOffsets];
  for (let from = 0; from < clusters.length;) {
    let to = from;
    let width = 0;
    for (; clusters[to] === clusters[from]; to += 1) width += advances[to] ?? 0;
    let before = 0;
    for (let nr = from; nr < to; nr += 1) {
      const own = advances[nr] ?? 0;
      moved[nr] = (xOffsets[nr] ?? 0) + before - (width - before - own);
      before += own;
    }
    from = to;
  }
  return {
    ids: glyphs.ids.toReversed(),
    clusters: clusters.toReversed(),
    advances: advances.toReversed(),
    xOffsets: moved.toReversed(),
    yOffsets: glyphs.yOffsets.toReversed(),
    unsafe: glyphs.unsafe.toReversed(),
  };
}

class Module implements HarfBuzz {
  readonly #calls: Calls;
  readonly #memory: WebAssembly.Memory;
  readonly #buffer: number;
  readonly #features: number;
  readonly #scratch: number;
  #text = 0;
  #textRoom = 0;

  constructor(calls: Calls, memory: WebAssembly.Memory) {
    this.#calls = calls;
    this.#memory = memory;
    this.#buffer = calls.hb_buffer_create();
    this.#features = calls.malloc(FEATURE_BYTES * MOST_FEATURES);
    this.#scratch = calls.malloc(1024);
  }

  /** The heap as 32-bit numbers. Asked for anew each time: it moves when it grows. */
  #words(): Int32Array {
    return new Int32Array(this.#memory.buffer);
  }

  open(bytes: Uint8Array): OpenFont | null {
    const calls = this.#calls;
    const data = calls.malloc(bytes.length);
    new Uint8Array(this.#memory.buffer).set(bytes, data);
    const blob = calls.hb_blob_create(data, bytes.length, READ_ONLY, 0, 0);
    const face = calls.hb_face_create(blob, 0);
    const font = calls.hb_font_create(face);
    const unitsPerEm = calls.hb_face_get_upem(face);
    const opened: OpenFont = {
      font,
      metrics: this.#metrics(font, unitsPerEm),
      substitutions: this.#substitutions(face),
    };
    // The font holds the face, and the face the blob: nobody else needs them.
    calls.hb_face_destroy(face);
    calls.hb_blob_destroy(blob);
    if (this.has(opened, 0x20)) return opened;
    calls.hb_font_destroy(font);
    calls.free(data);
    return null;
  }

  #metrics(font: number, unitsPerEm: number): FaceMetrics {
    const metric = (name: string): number => {
      this.#calls.hb_ot_metrics_get_position_with_fallback(font, tag(name), this.#scratch);
      return (this.#words()[this.#scratch >> 2] ?? 0) / unitsPerEm;
    };
    return {
      unitsPerEm,
      ascender: metric("hasc"),
      descender: metric("hdsc"),
      capHeight: metric("cpht"),
      xHeight: metric("xhgt"),
    };
  }

  #substitutions(face: number): ReadonlySet<string> {
    const names = new Set<string>();
    const count = this.#scratch;
    const tags = this.#scratch + 4;
    const ROOM = 128;
    for (let start = 0; ; start += ROOM) {
      this.#words()[count >> 2] = ROOM;
      const all = this.#calls.hb_ot_layout_table_get_feature_tags(face, tag("GSUB"), start, count, tags);
      const words = this.#words();
      for (let nr = 0; nr < (words[count >> 2] ?? 0); nr += 1) {
        names.add(nameOfTag(words[(tags >> 2) + nr] ?? 0));
      }
      if (start + ROOM >= all) return names;
    }
  }

  has({ font }: OpenFont, codePoint: number): boolean {
    return this.#calls.hb_font_get_nominal_glyph(font, codePoint, this.#scratch) !== 0;
  }

  #putText(text: string): void {
    if (text.length > this.#textRoom) {
      this.#calls.free(this.#text);
      this.#textRoom = Math.max(256, text.length * 2);
      this.#text = this.#calls.malloc(this.#textRoom * 2);
    }
    const units = new Uint16Array(this.#memory.buffer, this.#text, text.length);
    for (let at = 0; at < text.length; at += 1) units[at] = text.charCodeAt(at);
  }

  #putFeatures(features: readonly string[]): void {
    const words = this.#words();
    features.slice(0, MOST_FEATURES).forEach((feature, nr) => {
      const off = feature.startsWith("-");
      const at = (this.#features + nr * FEATURE_BYTES) >> 2;
      words[at] = tag(off ? feature.slice(1) : feature);
      words[at + 1] = off ? 0 : 1;
      words[at + 2] = 0;
      words[at + 3] = TO_THE_END;
    });
  }

  shape(
    { font }: OpenFont,
    text: string,
    { script, isRightToLeft }: Writing,
    features: readonly string[],
  ): ShapedGlyphs {
    const calls = this.#calls;
    this.#putText(text);
    this.#putFeatures(features);
    calls.hb_buffer_clear_contents(this.#buffer);
    calls.hb_buffer_add_utf16(this.#buffer, this.#text, text.length, 0, text.length);
    calls.hb_buffer_guess_segment_properties(this.#buffer);
    calls.hb_buffer_set_script(this.#buffer, tag(script));
    calls.hb_buffer_set_direction(this.#buffer, isRightToLeft ? RIGHT_TO_LEFT : LEFT_TO_RIGHT);
    calls.hb_shape(font, this.#buffer, this.#features, Math.min(features.length, MOST_FEATURES));
    const glyphs = this.#read();
    return isRightToLeft ? inTextOrder(glyphs) : glyphs;
  }

  #read(): ShapedGlyphs {
    const count = this.#calls.hb_buffer_get_length(this.#buffer);
    let info = this.#calls.hb_buffer_get_glyph_infos(this.#buffer, 0) >> 2;
    let position = this.#calls.hb_buffer_get_glyph_positions(this.#buffer, 0) >> 2;
    const words = this.#words();
    const ids: number[] = [];
    const clusters: number[] = [];
    const advances: number[] = [];
    const xOffsets: number[] = [];
    const yOffsets: number[] = [];
    const unsafe: boolean[] = [];
    for (let nr = 0; nr < count; nr += 1) {
      ids.push(words[info] ?? 0);
      unsafe.push(((words[info + 1] ?? 0) & UNSAFE_TO_BREAK) !== 0);
      clusters.push(words[info + 2] ?? 0);
      advances.push(words[position] ?? 0);
      xOffsets.push(words[position + 2] ?? 0);
      yOffsets.push(words[position + 3] ?? 0);
      info += INFO_BYTES >> 2;
      position += POSITION_BYTES >> 2;
    }
    return { ids, clusters, advances, xOffsets, yOffsets, unsafe };
  }
}

function stop(): never {
  throw new Error("HarfBuzz stopped");
}

/**
 * Starts HarfBuzz from the bytes of `harfbuzzjs/dist/harfbuzz.wasm`, which the host reads in its
 * own way. The package's own entry cannot be used: it fetches the file by itself while it is
 * imported. Rejects where the bytes are not that module.
 */
export async function loadHarfBuzz(wasm: Uint8Array<ArrayBuffer>): Promise<HarfBuzz> {
  let memory: WebAssembly.Memory | null = null;
  const grow = (bytes = 0): number => {
    if (!memory) return 0;
    const missing = Math.max(bytes, memory.buffer.byteLength * 1.5) - memory.buffer.byteLength;
    memory.grow(Math.ceil(missing / PAGE));
    return 1;
  };
  const { instance } = await WebAssembly.instantiate(wasm, {
    wasi_snapshot_preview1: { proc_exit: stop },
    env: {
      _abort_js: stop,
      _emscripten_runtime_keepalive_clear: () => {},
      _setitimer_js: () => 0,
      emscripten_resize_heap: grow,
    },
  });
  const { exports } = instance;
  const calls = wasmFunctions(exports, [...NAMES, "__wasm_call_ctors"]);
  if (!(exports["memory"] instanceof WebAssembly.Memory)) throw new Error("HarfBuzz's module has no memory");
  memory = exports["memory"];
  calls.__wasm_call_ctors();
  return new Module(calls, memory);
}
