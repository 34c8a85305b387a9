/** Questions on their way to another process, each waiting for the answer with its number. */
export interface Questions<Answer> {
  /** Sends a question under a new number and waits; `otherwise` is the answer if the other side goes away. */
  readonly ask: (send: (id: number) => void, otherwise: Answer) => Promise<Answer>;
  readonly answer: (id: number, answer: Answer) => void;
  /** The other side is gone: every open question gets its `otherwise`. */
  readonly abandon: () => void;
}

/** Makes a list with no open question. */
export function questions<Answer>(): Questions<Answer> {
  const open = new Map<number, { readonly resolve: (answer: Answer) => void; readonly otherwise: Answer }>();
  let nextId = 1;
  return {
    ask: (send, otherwise) =>
      new Promise((resolve) => {
        const id = nextId;
        nextId += 1;
        open.set(id, { resolve, otherwise });
        send(id);
      }),
    answer: (id, answer) => {
      open.get(id)?.resolve(answer);
      open.delete(id);
    },
    abandon: () => {
      for (const [id, question] of open) {
        open.delete(id);
        question.resolve(question.otherwise);
      }
    },
  };
}
