import type { Command, CommandBook } from "#renderer/app/commands.ts";
import type { Observable } from "#renderer/app/observable.ts";

/**
 * The command book for one side of the window: what is registered there stands in the window's own
 * book for as long as that side has the focus, so that a command means the story that is worked on.
 */
export function sideCommands(book: CommandBook, hasFocus: Observable<boolean>): CommandBook {
  return {
    ...book,
    register: (batch: readonly Command[]) => {
      let withdraw: (() => void) | null = null;
      const follow = (): void => {
        if (hasFocus.get() === (withdraw !== null)) return;
        if (withdraw) withdraw();
        withdraw = hasFocus.get() ? book.register(batch) : null;
      };
      follow();
      const stop = hasFocus.subscribe(follow);
      return () => {
        stop();
        withdraw?.();
      };
    },
  };
}
