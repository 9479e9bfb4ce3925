import { type Context, never, standsIn } from './named-otherwise.ts'
import type { NamedTreatment } from './named-treatment.ts'

/**
 * True where the words around the name of a treatment make something else of it: "ASA II" and "Rai stage 1" are classes,
 * "gadolinium-enhancing" a sign on a scan, an "opioid clinic" a place, "before exercise" a time. Rule `treated-otherwise@1`.
 */
export function isOtherwise(text: string, named: NamedTreatment): boolean {
  return standsIn(contexts, text, named)
}

const contexts: readonly Context[] = [
  [
    /^(?:asa|rai)$/i,
    never,
    /^[ :=-]{0,2}(?:(?:class|grade|stage|PS|score|status|stade)[ :=]*)?(?:[0-5](?![\d.]| ?(?:mg|g(?!\p{L})|x))|I{1,3}V?|IV|V)(?![\p{L}\d])/iu,
  ],
  [/^/, never, /^[- ](?:enhanc|avid|rehauss|uptake|naive|na[ïi]f)/iu],
  [/^/, never, /^s? (?:clinic|ward|ladder|conversion|contract)(?!\p{L})/iu],
  [
    /^(?:exercises?|physical activity|activit[ée] physique)$/iu,
    /(?<!\p{L})(?:before|during|after|on|with|by|post|avant|pendant|apr[èe]s|lors d['’e]|à l['’])\s?$/iu,
    /^[- ](?:induced|related|test|tolerance|capacity|limit|ECG)/iu,
  ],
  [/^pre-?\s?op\p{L}*$/iu, never, /^/],
  [/^(?:dizaine|vingtaine|trentaine|quarantaine|cinquantaine|soixantaine)s?$/i, never, /^/],
]
