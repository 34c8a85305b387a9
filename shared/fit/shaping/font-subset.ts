import { wasmFunctions, type WasmFunctions } from "./wasm-functions.ts";

/** Makes a font that holds these glyphs alone, under their own numbers. Null where the bytes are no font. */
export type SubsetFont = (bytes: Uint8Array, glyphs: Iterable<number>) => Uint8Array | null;

const NAMES = [
  "malloc",
  "free",
  "hb_blob_create",
  "hb_blob_destroy",
  "hb_blob_get_data",
  "hb_blob_get_length",
  "hb_face_create",
  "hb_face_destroy",
  "hb_face_reference_blob",
  "hb_set_add",
  "hb_subset_input_create_or_fail",
  "hb_subset_input_destroy",
  "hb_subset_input_glyph_set",
  "hb_subset_input_set",
  "hb_subset_input_set_flags",
  "hb_subset_or_fail",
] as const;

/** `hb_memory_mode_t`: HB_MEMORY_MODE_READONLY. */
const READ_ONLY = 1;
/** `hb_subset_flags_t`: no hints, glyph numbers stay, names of glyphs go, no closure over layout. */
const FLAGS = 0x1 | 0x2 | 0x200;
/** `hb_subset_sets_t`: HB_SUBSET_SETS_DROP_TABLE_TAG. */
const DROP_TABLES = 3;
/** A PDF viewer shapes nothing: what only shapers and menus read stays out. */
const DROPPED = ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "DSIG", "meta"];

function tag(name: string): number {
  return [0, 1, 2, 3].reduce((sum, at) => (sum << 8) | name.charCodeAt(at), 0);
}

function subsetter(calls: WasmFunctions<(typeof NAMES)[number]>, memory: WebAssembly.Memory): SubsetFont {
  return (bytes, glyphs) => {
    const data = calls.malloc(bytes.byteLength);
    new Uint8Array(memory.buffer).set(bytes, data);
    const blob = calls.hb_blob_create(data, bytes.byteLength, READ_ONLY, 0, 0);
    const face = calls.hb_face_create(blob, 0);
    const input = calls.hb_subset_input_create_or_fail();
    const wanted = calls.hb_subset_input_glyph_set(input);
    for (const glyph of glyphs) calls.hb_set_add(wanted, glyph);
    const dropped = calls.hb_subset_input_set(input, DROP_TABLES);
    for (const name of DROPPED) calls.hb_set_add(dropped, tag(name));
    calls.hb_subset_input_set_flags(input, FLAGS);
    const subset = calls.hb_subset_or_fail(face, input);
    let made: Uint8Array | null = null;
    if (subset !== 0) {
      const out = calls.hb_face_reference_blob(subset);
      const at = calls.hb_blob_get_data(out, 0);
      made = new Uint8Array(memory.buffer).slice(at, at + calls.hb_blob_get_length(out));
      calls.hb_blob_destroy(out);
      calls.hb_face_destroy(subset);
    }
    calls.hb_subset_input_destroy(input);
    calls.hb_face_destroy(face);
    calls.hb_blob_destroy(blob);
    calls.free(data);
    return made;
  };
}

/** Starts HarfBuzz's subsetter from the bytes of `harfbuzzjs/dist/harfbuzz-subset.wasm`: the shaper's own numbers for glyphs are then those of the subset. */
export async function loadSubsetter(wasm: Uint8Array<ArrayBuffer>): Promise<SubsetFont> {
  const { instance } = await WebAssembly.instantiate(wasm, {});
  const { exports } = instance;
  const memory = exports["memory"];
  if (!(memory instanceof WebAssembly.Memory)) throw new Error("HarfBuzz's subsetter has no memory");
  const start = exports["_initialize"] ?? exports["__wasm_call_ctors"];
  if (typeof start === "function") start();
  return subsetter(wasmFunctions(exports, NAMES), memory);
}
