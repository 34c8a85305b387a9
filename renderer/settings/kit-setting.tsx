import { useEffect, useState, type ReactNode } from "react";
import { FileChooser } from "#renderer/app/file-chooser.tsx";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { arrivalText, versionMark } from "#renderer/kit/kit-version.ts";
import type { KitChoice, KitSummary } from "#shared/contract/kits.ts";
import { troubleSaid } from "#renderer/kit/trouble-said.ts";
import { words } from "#shared/language/index.ts";

interface KitsNow {
  readonly kits: readonly KitSummary[];
  readonly newsroom: KitChoice | null;
}

/** Hands bytes to the browser as a file to keep. */
function keepFile(name: string, bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)]));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** The newsroom's desk kits: bring one in, keep one as a file, choose one for all desks. */
export function KitSetting(): ReactNode {
  const { bridge, notices, fit, floor, now: clock } = useWorkbench();
  const { kits: service } = bridge.desk;
  const [now, setNow] = useState<KitsNow>({ kits: [], newsroom: null });
  const [trouble, setTrouble] = useState("");
  const texts = words().fit.kits;

  useEffect(() => {
    const read = async (): Promise<void> => {
      const [listed, choices] = await Promise.all([service.list(null), service.choices(null)]);
      if (listed.ok && choices.ok) setNow({ kits: listed.value.kits, newsroom: choices.value.newsroom });
    };
    void read();
    return service.on("changed", () => void read());
  }, [service]);

  const bringIn = async (files: readonly File[]): Promise<void> => {
    setTrouble("");
    for (const file of files) {
      const answer = await service.import({
        name: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
      });
      if (!answer.ok) setTrouble(answer.error.message);
      else notices.tell(texts.broughtIn({ name: answer.value.name }));
    }
  };
  const exportKit = async ({ id }: KitSummary): Promise<void> => {
    const answer = await service.export({ kit: id });
    if (answer.ok) keepFile(answer.value.name, answer.value.bytes);
    else setTrouble(answer.error.message);
  };
  const use = async ({ id, specs }: KitSummary): Promise<void> => {
    const [spec] = specs;
    if (spec === undefined) return;
    const answer = await service.choose({ desk: null, choice: { kit: id, spec } });
    if (!answer.ok) setTrouble(answer.error.message);
  };
  const edit = ({ id, specs }: KitSummary): void => {
    const [spec] = specs;
    fit.kitAtHand.set(spec === undefined ? null : { kit: id, spec });
    floor.give("kit");
  };
  const remove = async ({ id }: KitSummary): Promise<void> => {
    const answer = await service.remove({ kit: id });
    if (!answer.ok) setTrouble(answer.error.message);
  };

  const used = now.newsroom?.kit ?? now.kits.find(({ isOurs }) => isOurs)?.id;
  return (
    <section className="setting">
      <h2>{texts.title}</h2>
      <ul className="setting-kits">
        {now.kits.map((kit) => (
          <li key={kit.id}>
            <b>{kit.name}</b> <small>{kit.isOurs ? texts.ours : kit.note}</small>
            {kit.isOurs ? null : (
              <small className="setting-kit-hash">{versionMark(kit.id, arrivalText(kit, clock.get()))}</small>
            )}
            {kit.warnings.map((warning) => (
              <p key={`${warning.place} ${warning.message}`} className="setting-note">
                {troubleSaid(warning)}
              </p>
            ))}
            <p className="setting-kit-verbs">
              {kit.id === used ? (
                <span className="setting-note">{texts.used}</span>
              ) : (
                <button type="button" className="quiet-button" onClick={() => void use(kit)}>
                  {texts.use}
                </button>
              )}
              <button type="button" className="quiet-button" onClick={() => edit(kit)}>
                {words().kit.edit}
              </button>
              <button type="button" className="quiet-button" onClick={() => void exportKit(kit)}>
                {texts.export}
              </button>
              {kit.isOurs ? null : (
                <button type="button" className="quiet-button" onClick={() => void remove(kit)}>
                  {texts.remove}
                </button>
              )}
            </p>
          </li>
        ))}
      </ul>
      <FileChooser accept=".stetkit" onFiles={(files) => void bringIn(files)}>
        {texts.bringIn}
      </FileChooser>
      {trouble === "" ? null : (
        <p className="setting-wrong" role="alert">
          {trouble}
        </p>
      )}
    </section>
  );
}
