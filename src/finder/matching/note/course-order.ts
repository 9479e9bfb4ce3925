import type { NamedTreatment } from './named-treatment.ts'

/** "Imatinib puis dasatinib", "cisplatin, followed by pemetrexed": the one was before the other. */
export function isFollowedBy(text: string, end: number): boolean {
  return /^(?: \d+ ?m?g)?,? (?:puis|followed by|switched to|replaced (?:by|with)|relayée? par|remplacée? par) (?!(?:par|per|the|a|an|arrêt|stop|orale?|iv|po|every|tous|toutes|\d)(?!\p{L}))\p{L}{4}/iu.test(
    text.slice(end, end + 40),
  )
}

/** "Aspirin 75 mg, stopped clopidogrel": the sentence up to the comma, where the verb behind it is of the next treatment. */
export function withoutNextVerb(
  text: string,
  { end }: NamedTreatment,
  all: readonly NamedTreatment[],
): string {
  const next = all.find(({ start }) => start > end)
  const between = next && text.slice(end, next.start)
  const found = between === undefined ? null : nextVerb.exec(between)
  return found ? text.slice(0, end + found.index) : text
}

const nextVerb =
  /(?<=^[^,;.()]{0,24}), (?:stopped|discontinued|refused|declined|refuse|arrêt[ée]?) (?:the |any |his |her |l['’]|la |le |les |de |du )?$/iu

/** "Never tried erenumab": the words right before the treatment at `start`. */
export function isNeverTried(text: string, start: number): boolean {
  return neverTried.test(text.slice(Math.max(0, start - 30), start))
}

const neverTried =
  /(?<!\p{L})(?:(?:has |have )?never (?:tried|had|taken|received|used|been (?:given|on))|n['’]a jamais (?:eu|pris|reçu|essayé)) (?:any |de |d['’])?$/iu

/** "Prophylaxis with aciclovir", "prévention par aspirine": the disease is what is prevented, the medicine is taken. */
export function isMeans(
  text: string,
  { start, end }: { start: number; end: number },
  at: number,
): boolean {
  return (
    /^(?:proph|pr[ée]ven|surveil)/i.test(text.slice(start, end)) &&
    /(?:with|w\/|par|:)\s*(?:[^\s:]+[\s,]+(?:(?:and|et|\+)\s)?){0,4}$/i.test(text.slice(start, at))
  )
}

/** "Never stopped methotrexate", « jamais oublié son aspirine »: who never left it takes it. */
export function isNeverLeft(text: string, start: number): boolean {
  return neverLeft.test(text.slice(Math.max(0, start - 60), start))
}

const neverLeft =
  /(?<!\p{L})(?:never|jamais) (?:once |été |been |be )?(?:interr\p{L}*|arrêt\p{L}*|cess\p{L}*|oubli\p{L}*|manqu\p{L}*|saut\p{L}*|stopp\p{L}*|missed|skipped|discontinued|forg[oe]t\p{L}*|left off|came off|come off|gone|without|off|sans|reduced|lowered|increased|changed|chang\p{L}*|réduit|diminué|augmenté|(?:more|less) than|plus de|moins de)(?:[ ’'](?:\p{L}+|\d+)){0,4}[ ’']?$/iu

/** "Aspirin: no". */
export function answersNo(text: string, end: number): boolean {
  return /^\s?[:=]\s?(?:no|none|nil|non|aucune?|jamais|never)\b/i.test(text.slice(end, end + 16))
}

/** "CPAP 48 h": a therapy that has its length. */
export const forATime =
  /^\s(?:x ?|pendant |for )?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|a few)\s?(?:h|hrs?|hours?|heures?|days?|jours?|weeks?)(?!\p{L}|\s?(?:\/|à|a |par|per|daily|a day))/iu
