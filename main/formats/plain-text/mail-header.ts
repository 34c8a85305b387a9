const FIELD =
  /^(?:from|to|cc|bcc|sent|date|subject|reply-to|attachments?|von|an|gesendet|datum|betreff|de|à|objet|envoyé|från|till|skickat|ämne)\s?:\s.{1,300}$/iu;
const FORWARDED =
  /^-{2,}\s?(?:forwarded|original) message\s?-{2,}$|^begin forwarded message:?$|^-{2,}\s?(?:weitergeleitete|ursprüngliche) nachricht\s?-{2,}$/iu;
const INTRODUCED = /^(?:on|am|le|den)\s.{5,160}\s(?:wrote|schrieb|skrev|a écrit)(?:\s.{0,60})?\s?:$/iu;

/** True for a field of a mail's header; two of them near each other are one, a single one may be anything. */
export function isMailField(text: string): boolean {
  return text.length <= 320 && FIELD.test(text);
}

/** True for the line by which a mail program introduces what it quotes or forwards. */
export function introducesMail(text: string): boolean {
  return text.length <= 260 && (FORWARDED.test(text) || INTRODUCED.test(text));
}
