import { useEffect, useState, type ReactNode } from "react";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { KitSummary } from "#shared/contract/kits.ts";
import { inchesToPoints, POINTS_PER_INCH } from "#shared/fit/depth/depth-units.ts";
import { versionName } from "#renderer/kit/kit-version.ts";
import { retold, words } from "#shared/language/index.ts";
import { chooseSetting } from "./choose-setting.ts";
import type { FittedPage } from "./fit-store.ts";
import { legsText } from "./fit-words.ts";
import { KitNumbers } from "./kit-numbers.tsx";

/** The kits of the newsroom, read anew when one comes or goes. */
function useKits(): readonly KitSummary[] {
  const { bridge } = useWorkbench();
  const [kits, setKits] = useState<readonly KitSummary[]>([]);
  useEffect(() => {
    const { kits: service } = bridge.desk;
    const read = (): void => {
      void service.list(null).then((answer) => {
        if (answer.ok) setKits(answer.value.kits);
      });
    };
    read();
    return service.on("changed", read);
  }, [bridge]);
  return kits;
}

/** Which kit and column spec the story is set in, chosen for it alone. */
export function SetIn({ fitted }: { readonly fitted: FittedPage }): ReactNode {
  const bench = useWorkbench();
  const kits = useKits();
  const { kit, use } = fitted;
  const texts = words().fit.column;
  const choose = (id: string, spec: string | null): void => {
    const chosen = kits.find((one) => one.id === id);
    const named = spec ?? chosen?.specs[0];
    if (chosen && named !== undefined)
      void chooseSetting(bench, fitted, { choice: { kit: chosen.id, spec: named } });
  };
  return (
    <section className="fit-part">
      <h2>{texts.setIn}</h2>
      <div className="fit-row">
        <label htmlFor="fit-kit">{texts.kit}</label>
        <select id="fit-kit" value={use.choice.kit} onChange={({ target }) => choose(target.value, null)}>
          {kits.some(({ id }) => id === use.choice.kit) ? null : (
            <option value={use.choice.kit}>{kit.name}</option>
          )}
          {kits.map((one) => (
            <option key={one.id} value={one.id}>
              {versionName(one, kits, bench.now.get())}
            </option>
          ))}
        </select>
      </div>
      <div className="fit-row">
        <label htmlFor="fit-spec">{texts.spec}</label>
        <select
          id="fit-spec"
          value={use.choice.spec}
          onChange={({ target }) => choose(use.choice.kit, target.value)}
        >
          {kit.specs.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <p className="fit-note">
        {(use.trouble && retold(use.trouble)) ?? texts.chosenFor[use.chosenFor]}
        {use.chosenFor === "story" ? (
          <button
            type="button"
            className="quiet-button"
            onClick={() => void chooseSetting(bench, fitted, { choice: null })}
          >
            {texts.asDesk}
          </button>
        ) : null}
      </p>
      <KitNumbers fitted={fitted} isOurs={kits.find(({ id }) => id === use.choice.kit)?.isOurs ?? true} />
    </section>
  );
}

/** The hole on the page: so many columns, each so deep. */
export function LegsForm({ fitted }: { readonly fitted: FittedPage }): ReactNode {
  const bench = useWorkbench();
  const { legs } = fitted.use;
  const texts = words().fit.column;
  const [count, setCount] = useState(String(legs?.count ?? 2));
  const [inches, setInches] = useState(
    String(legs ? Number((legs.depthPt / POINTS_PER_INCH).toFixed(2)) : 6),
  );
  const { overset } = fitted.report;
  const set = (): void => {
    const columns = Math.round(Number(count));
    const depthPt = inchesToPoints(Number(inches.replace(",", ".")));
    if (columns >= 1 && columns <= 24 && depthPt > 0) {
      void chooseSetting(bench, fitted, { legs: { count: columns, depthPt } });
    }
  };
  return (
    <form
      className="fit-part"
      onSubmit={(event) => {
        event.preventDefault();
        set();
      }}
    >
      <h2>{texts.legs}</h2>
      <div className="fit-row">
        <label htmlFor="fit-legs">{texts.legCount}</label>
        <input
          id="fit-legs"
          inputMode="numeric"
          autoComplete="off"
          value={count}
          onChange={({ target }) => setCount(target.value)}
        />
      </div>
      <div className="fit-row">
        <label htmlFor="fit-leg-depth">{texts.legDepth}</label>
        <input
          id="fit-leg-depth"
          inputMode="decimal"
          autoComplete="off"
          value={inches}
          onChange={({ target }) => setInches(target.value)}
        />
      </div>
      <p className="fit-buttons">
        <button type="submit" className="button">
          {texts.setLegs}
        </button>
        {legs === null ? null : (
          <button
            type="button"
            className="quiet-button"
            onClick={() => void chooseSetting(bench, fitted, { legs: null })}
          >
            {texts.noLegs}
          </button>
        )}
      </p>
      {legs === null ? null : (
        <p className="fit-verdict" data-fit={overset ? "over" : "fits"}>
          {legsText(fitted.report)}
        </p>
      )}
    </form>
  );
}
