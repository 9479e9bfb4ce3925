import { fold } from '../vocabulary/fold.ts'

const shortForms: Readonly<Record<string, string>> = {
  st: 'saint',
  ste: 'sainte',
  mt: 'mount',
  ft: 'fort',
}

/** A name as places are looked up by: folded, only letters and digits, "St." and "Saint" alike. */
export function nameKey(name: string): string {
  return spaced(name).replace(/\b(?:ste?|mt|ft)\b/g, (word) => shortForms[word] ?? word)
}

/** Whether a town is called so for short: "Hull" is Kingston upon Hull, "Stoke" is Stoke-on-Trent, « Boulogne » is Boulogne-sur-Mer. */
export function isShortFor(typed: string, name: string): boolean {
  const parts = nameKey(name).split(/ (?:upon|on|sur|sous|en|am|an der) /)
  return parts.length === 2 && parts.includes(nameKey(typed))
}

/** The same for a name still being typed: its last word may go on ("st" to "Stockholm"), so it stays as it is. */
export function typedKey(typed: string): string {
  const words = spaced(typed)
  const start = words.lastIndexOf(' ') + 1
  const goesOn = /[\p{L}\p{N}]$/u.test(typed)
  if (!goesOn) return words === '' ? '' : `${nameKey(words)} `
  return start === 0 ? words : `${nameKey(words.slice(0, start))} ${words.slice(start)}`
}

function spaced(name: string): string {
  return fold(name)
    .replace(/['’ʼʻ`´]/g, ' ')
    .replace(/[^\p{L}\p{N}\uFFFD]+/gu, ' ')
    .trim()
}

/** "Lyon 3e", "Praha 2" and "Le Kremlin-Bicêtre Cedex": a district or a delivery office of the town. */
export function withoutDistrict(text: string): string {
  return text
    .replace(/[\s-]+cedex\b.*$/i, '')
    .replace(/\s+\d{1,3}(?:er?|[eè](?:me)?|st|nd|rd|th)?(?:\s+arr(?:ondissement|\.)?)?$/i, '')
    .trim()
}
