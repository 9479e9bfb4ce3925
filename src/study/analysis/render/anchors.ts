/** Where a participant stands in the listing of participants: a name that is sound in an address and in HTML. */
export function participantAnchor(participant: string): string {
  return `p-${sound(participant)}`
}

/** Where a fact of a participant stands in the listing of facts. */
export function factAnchor(participant: string, fact: string): string {
  return `f-${sound(participant)}_f_${sound(fact)}`
}

/** A name of a table or row as it may stand in a file's name or an id. */
export function sound(text: string): string {
  return text.replace(/[^A-Za-z0-9-]/gu, (sign) => `_${(sign.codePointAt(0) ?? 0).toString(16)}_`)
}
