/** So many of something as they are said: "1 story", "2 stories". */
export function amount(count: number, one: string, many = `${one}s`): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}
