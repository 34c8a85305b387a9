/** The step after a value, or before it, of steps that go upwards; the value itself where there is none. */
export function nextStep(steps: readonly number[], value: number, direction: 1 | -1): number {
  const next = direction === 1 ? steps.find((step) => step > value) : steps.findLast((step) => step < value);
  return next ?? value;
}

/** The choice after one of several, and after the last one the first. */
export function nextOf<Choice>(choices: readonly Choice[], now: Choice): Choice {
  return choices[(choices.indexOf(now) + 1) % choices.length] ?? now;
}
