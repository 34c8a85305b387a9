import { Popover } from "@base-ui/react/popover";
import { useId, useMemo, useState } from "react";
import { useObservable } from "#renderer/app/use-observable.ts";
import type { MutableObservable } from "#renderer/app/observable.ts";
import { words } from "#shared/language/index.ts";
import type { LinkAsked } from "./edit-link.ts";
import { linkAddress } from "./link-address.ts";

interface LinkFieldProps {
  readonly asked: MutableObservable<LinkAsked | null>;
  /** Links the selection to the address, or takes its link away (null). Also called with nothing changed: gives the focus back. */
  readonly onAnswer: (href: string | null) => void;
  readonly onClose: () => void;
}

function LinkForm({
  href,
  onAnswer,
}: {
  href: string;
  onAnswer: LinkFieldProps["onAnswer"];
}): React.JSX.Element {
  const [typed, setTyped] = useState(href);
  const [isWrong, setWrong] = useState(false);
  const field = useId();
  const why = useId();
  const { links } = words().editor;
  return (
    <form
      className="link-form"
      onSubmit={(event) => {
        event.preventDefault();
        const address = linkAddress(typed);
        if (address === null) setWrong(true);
        else onAnswer(address);
      }}
    >
      <label htmlFor={field}>{links.to}</label>
      <input
        id={field}
        type="text"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? why : undefined}
        onChange={(event) => {
          setTyped(event.target.value);
          setWrong(false);
        }}
      />
      <button type="submit">{links.set}</button>
      {href !== "" && (
        <button type="button" onClick={() => onAnswer(null)}>
          {links.remove}
        </button>
      )}
      {isWrong && (
        <p id={why} role="alert">
          {links.noAddress}
        </p>
      )}
    </form>
  );
}

/** The small field, at the selected text, in which the address of a link is typed. */
export function LinkField({ asked, onAnswer, onClose }: LinkFieldProps): React.JSX.Element {
  const ask = useObservable(asked);
  const anchor = useMemo(() => (ask ? { getBoundingClientRect: () => ask.at } : null), [ask]);
  return (
    <Popover.Root
      open={ask !== null}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} side="bottom" align="start" sideOffset={6}>
          <Popover.Popup className="link-field" aria-label={words().editor.links.label} finalFocus={false}>
            {ask && <LinkForm key={ask.href} href={ask.href} onAnswer={onAnswer} />}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
