import { useState, type ReactNode } from "react";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { measureOf, type BlockStyle, type ColumnSpec, type DeskKit } from "#shared/fit/kit/kit.ts";
import { troubleSaid } from "#renderer/kit/trouble-said.ts";
import { words } from "#shared/language/index.ts";
import { chooseSetting } from "./choose-setting.ts";
import type { FittedPage } from "./fit-store.ts";

const NUMBERS = ["size", "leading", "measure", "spaceMin", "spaceMax"] as const;
type Numbers = Readonly<Record<(typeof NUMBERS)[number], number>>;

/** The main numbers of a spec's body text. Points, and percent of the font's own space. */
function numbersOf(kit: DeskKit, { styles }: ColumnSpec): Numbers {
  const { sizePt, leadingPt, columns, justification } = styles.paragraph;
  const { min, max } = justification.wordSpace;
  return {
    size: sizePt,
    leading: leadingPt,
    measure: measureOf(kit, columns),
    spaceMin: min,
    spaceMax: max,
  };
}

/** The kit with other numbers for the body text of one spec, under a name. */
function changedKit(kit: DeskKit, spec: ColumnSpec, numbers: Numbers, name: string): DeskKit {
  const { paragraph } = spec.styles;
  const { justification } = paragraph;
  const { size, leading, measure, spaceMin, spaceMax } = numbers;
  const wordSpace = { ...justification.wordSpace, min: spaceMin, max: spaceMax };
  const body: BlockStyle = {
    ...paragraph,
    sizePt: size,
    leadingPt: leading,
    justification: { ...justification, wordSpace },
  };
  const changed = { ...spec, styles: { ...spec.styles, paragraph: body } };
  const measures = kit.page.measures.map((one) =>
    one.columns === paragraph.columns ? { ...one, widthPt: measure } : one,
  );
  return {
    ...kit,
    name,
    page: { ...kit.page, measures },
    specs: kit.specs.map((one) => (one === spec ? changed : one)),
  };
}

interface KitNumbersProps {
  readonly fitted: FittedPage;
  /** Whether the kit comes with Stet: then a copy of it takes the numbers. */
  readonly isOurs: boolean;
}

/**
 * The main numbers of the body text; the story on the page is the sample. A kit is never changed:
 * one that comes with Stet gets a copy, which is chosen for the story; one of the newsroom's own
 * gets a successor, to which all who have chosen it go over.
 */
export function KitNumbers({ fitted, isOurs }: KitNumbersProps): ReactNode {
  const bench = useWorkbench();
  const { kit, use } = fitted;
  const spec = kit.specs.find(({ name }) => name === use.choice.spec) ?? kit.specs[0];
  const [typed, setTyped] = useState<Partial<Record<keyof Numbers, string>>>({});
  const [trouble, setTrouble] = useState("");
  const texts = words().fit.numbers;
  if (!spec) return null;
  const now = numbersOf(kit, spec);
  const numberOf = (name: keyof Numbers): number => {
    const own = typed[name];
    return own === undefined ? now[name] : Number(own.replace(",", "."));
  };
  const set = async (): Promise<void> => {
    const [size, leading, measure, spaceMin, spaceMax] = [
      numberOf("size"),
      numberOf("leading"),
      numberOf("measure"),
      numberOf("spaceMin"),
      numberOf("spaceMax"),
    ];
    const name = isOurs ? texts.copy({ name: kit.name }) : kit.name;
    const changed = changedKit(kit, spec, { size, leading, measure, spaceMin, spaceMax }, name);
    const replaces = isOurs ? null : use.choice.kit;
    const saved = await bench.bridge.desk.kits.save({ kit: changed, replaces });
    if (!saved.ok) {
      setTrouble(saved.error.message);
      return;
    }
    const [slip] = saved.value.warnings;
    setTrouble(slip ? troubleSaid(slip) : "");
    setTyped({});
    await chooseSetting(bench, fitted, { choice: { kit: saved.value.id, spec: spec.name } });
  };
  return (
    <details className="fit-numbers">
      <summary>{texts.head}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void set();
        }}
      >
        {NUMBERS.map((name) => (
          <div className="fit-row" key={name}>
            <label htmlFor={`fit-number-${name}`}>{texts[name]}</label>
            <input
              id={`fit-number-${name}`}
              inputMode="decimal"
              autoComplete="off"
              value={typed[name] ?? String(now[name])}
              onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
            />
          </div>
        ))}
        <p className="fit-note">{isOurs ? texts.note : texts.noteOwn}</p>
        {trouble === "" ? null : (
          <p className="fit-verdict" role="alert" data-fit="over">
            {trouble}
          </p>
        )}
        <p className="fit-buttons">
          <button type="submit" className="button">
            {texts.setIn}
          </button>
          <button type="button" className="quiet-button" onClick={() => bench.floor.give("kit")}>
            {words().kit.open}
          </button>
        </p>
      </form>
    </details>
  );
}
