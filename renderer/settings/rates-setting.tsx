import { useId, type ReactNode } from "react";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { useDraft } from "#renderer/desk/use-draft.ts";
import { words } from "#shared/language/index.ts";
import { CROWNS, CURRENCIES, type Currency, type ExchangeRates } from "#shared/style/currency/index.ts";
import "./rates.css";

/** A rate as it is written, with a point or a comma; null where it is none. */
function rateOf(text: string): number | null {
  const rate = Number(text.trim().replace(",", "."));
  return Number.isFinite(rate) && rate > 0 && rate <= 1e9 ? rate : null;
}

function without(rates: ExchangeRates["rates"], currency: Currency): ExchangeRates["rates"] {
  return Object.fromEntries(Object.entries(rates).filter(([code]) => code !== currency));
}

interface RateProps {
  readonly currency: Currency;
  readonly own: ExchangeRates;
  readonly onChange: (rates: ExchangeRates) => void;
}

function Rate({ currency, own, onChange }: RateProps): ReactNode {
  const id = useId();
  const draft = useDraft(own.rates[currency]?.toString() ?? "", async (text) => {
    await Promise.resolve();
    const rate = rateOf(text);
    if (text.trim() !== "" && rate === null) return words().money.noFigure;
    const others = without(own.rates, currency);
    onChange({ ...own, rates: rate === null ? others : { ...others, [currency]: rate } });
    return null;
  });
  return (
    <div className="rate">
      <label htmlFor={id}>{words().money.unit({ currency })}</label>
      <input
        id={id}
        inputMode="decimal"
        autoComplete="off"
        value={draft.shown}
        aria-invalid={draft.trouble !== null}
        aria-describedby={draft.trouble === null ? undefined : `${id}-trouble`}
        onChange={(event) => draft.write(event.target.value)}
        onBlur={draft.keep}
        onKeyDown={(event) => {
          if (event.key === "Enter") draft.keep();
          if (event.key === "Escape") draft.restore();
        }}
      />
      {draft.trouble !== null && (
        <p id={`${id}-trouble`} className="rate-trouble" role="alert">
          {draft.trouble}
        </p>
      )}
    </div>
  );
}

/** The rates by which amounts of money are converted: the desk’s own, set by hand. */
export function RatesSetting(): ReactNode {
  const { settings } = useWorkbench();
  const { exchangeRates: own } = useObservable(settings.settings);
  const id = useId();
  const { money } = words();
  const change = (exchangeRates: ExchangeRates): void => void settings.change({ exchangeRates });
  return (
    <section className="setting rates">
      <h2>{money.title}</h2>
      <div className="rate">
        <label htmlFor={`${id}-base`}>{money.ours}</label>
        <select
          id={`${id}-base`}
          value={own.base}
          onChange={(event) => {
            const base = CURRENCIES.find((code) => code === event.target.value);
            // Rates are told in the desk’s own currency: in another one they would be wrong.
            if (base && base !== own.base) change({ ...own, base, rates: {}, day: "" });
          }}
        >
          {CURRENCIES.map((code) => (
            <option key={code} value={code}>
              {money.currencies[code].many}
            </option>
          ))}
        </select>
      </div>
      <div className="rate">
        <label htmlFor={`${id}-day`}>{money.day}</label>
        <input
          id={`${id}-day`}
          type="date"
          value={own.day}
          onChange={(event) => change({ ...own, day: event.target.value })}
        />
      </div>
      <p className="setting-note">{money.costs({ currency: own.base })}</p>
      {CURRENCIES.filter((code) => code !== own.base).map((code) => (
        <Rate key={`${own.base} ${code}`} currency={code} own={own} onChange={change} />
      ))}
      <div className="rate">
        <label htmlFor={`${id}-crown`}>{money.crown}</label>
        <select
          id={`${id}-crown`}
          value={own.crown}
          onChange={(event) => {
            const crown = CROWNS.find((code) => code === event.target.value);
            if (crown) change({ ...own, crown });
          }}
        >
          {CROWNS.map((code) => (
            <option key={code} value={code}>
              {money.currencies[code].many}
            </option>
          ))}
        </select>
      </div>
      <p className="setting-note">{money.means}</p>
    </section>
  );
}
