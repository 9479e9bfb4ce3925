import type { CourseKind } from './cue-words.ts'
import type { Cue } from './cues.ts'
import type { NamedTreatment } from './named-treatment.ts'

/** A word of what follows it at once: "refused surgery", "stopped aspirin", not "stopped because of". */
export function isVerbOf(
  text: string,
  cue: Cue<CourseKind>,
  all: readonly NamedTreatment[],
): boolean {
  return (
    (cue.kind === 'refused' || cue.kind === 'stopped') &&
    all.some(
      ({ start }) =>
        start > cue.end &&
        /^ (?:the |any |his |her |l['’]|la |le |les )?$/i.test(text.slice(cue.end, start)),
    )
  )
}

/** "Imatinib puis dasatinib", "cisplatin, followed by pemetrexed": the one was before the other. */
export function isFollowedBy(text: string, end: number): boolean {
  return /^(?: \d+ ?m?g)?,? (?:puis|followed by|switched to|replaced (?:by|with)|relayée? par|remplacée? par) (?!(?:par|per|the|a|an|arrêt|stop|orale?|iv|po|every|tous|toutes|\d)(?!\p{L}))\p{L}{4}/iu.test(
    text.slice(end, end + 40),
  )
}

/** "Never tried erenumab": the words right before the treatment at `start`. */
export function isNeverTried(text: string, start: number): boolean {
  return neverTried.test(text.slice(Math.max(0, start - 30), start))
}

const neverTried =
  /(?<!\p{L})(?:(?:has |have )?never (?:tried|had|taken|received|used|been (?:given|on))|n['’]a jamais (?:eu|pris|reçu|essayé)) (?:any |de |d['’])?$/iu

/** "Aspirin: no". */
export function answersNo(text: string, end: number): boolean {
  return /^\s?[:=]\s?(?:no|none|nil|non|aucune?|jamais|never)\b/i.test(text.slice(end, end + 16))
}

/** "CPAP 48 h": a therapy that has its length. */
export const forATime =
  /^\s(?:x ?|pendant |for )?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|a few)\s?(?:h|hrs?|hours?|heures?|days?|jours?|weeks?)(?!\p{L}|\s?(?:\/|à|a |par|per|daily|a day))/iu
