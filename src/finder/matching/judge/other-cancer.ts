import type { Vocabulary } from '../../vocabulary/concept.ts'
import { cancersOfNow, isOnePlace, placesOf } from './cancer-sites.ts'
import { diseasesAsked } from './diseases-asked.ts'
import type { Case, Judgement } from './judgement.ts'
import { hasOtherWaysIn } from './one-way-in.ts'

/**
 * A requirement of a cancer, of who has a cancer of another organ: "histologically confirmed squamous cell carcinoma of the head and
 * neck" and one of the colon. Every cancer that is asked must be of other places than all that the record says. Rule `other-cancer@1`.
 */
export function otherCancerVerdict({
  text,
  kind,
  patient,
  vocabulary,
}: Case): Judgement | undefined {
  if (kind !== 'inclusion' || text.length > longest || !ofCancer.test(text)) return undefined
  if (hasOtherWaysIn(text) || turning.test(text)) return undefined
  const asked = placesAsked(text, vocabulary)
  if (!asked) return undefined
  const own = cancersOfNow(patient, vocabulary)
  if (!own || own.length === 0) return undefined
  const isOther = own.every(({ places }) =>
    places.every((place) => asked.every((one) => !isOnePlace(place, one))),
  )
  if (!isOther) return undefined
  const evidence = [...new Set(own.map(({ finding }) => finding.evidence))].slice(0, 2)
  return { verdict: 'not met', reason: 'stated facts', evidence }
}

const longest = 300
const ofCancer =
  /\b(?:cancers?|carcinomas?|adenocarcinomas?|sarcomas?|melanomas?|lymphomas?|leuk(?:a)?emias?|myelomas?|gliomas?|glioblastomas?|blastomas?|\w+blastomas?|mesotheliomas?|tumou?rs?|malignan\w+|neoplasms?|NSCLC|SCLC|HCC|RCC|AML|CLL|CML|DLBCL|GBM|HNSCC)\b/
/** What is not the cancer itself, of others, of some only, of before, or any cancer at all. */
const turning =
  /\b(?:for (?:[\w-]+ ){1,3}(?:patients|participants|subjects)|no|not|without|never|unless|except\w*|other than|if|history|previous\w*|prior (?:cancer|malignan\w*)|surviv\w+|famil\w+|relatives?|mothers?|fathers?|siblings?|risk|screening (?:for|colonoscopy)|suspected|suspicious|suspicion|prevent\w*|benign|polyps?|adenomas?|any (?:type|kind|solid|cancer|malignan\w*|tumou?r)|all (?:types|cancers?)|secondary|in remission|(?:brain|liver|bone|lung|hepatic|cerebral|pulmonary|leptomeningeal|peritoneal|spinal|adrenal) metasta\w+|metasta\w+ (?:to|in|of|involv\w+|located)|including|such as|e\.g|tissue|samples?|mutations? carriers?|carriers?)\b/i

/** The places of all cancers that are asked; undefined where something else is asked too, or one that may be anywhere. */
function placesAsked(text: string, vocabulary: Vocabulary): readonly string[] | undefined {
  const named = diseasesAsked(text, vocabulary).filter(({ term }) => !spreads.test(term))
  const found = named.map(({ term, start }) => {
    const places = placesOf(term, vocabulary)
    const organ = organBefore.exec(text.slice(0, start))?.[1]
    const ofOrgan = organ === undefined ? undefined : vocabulary.byName(`${organ} cancer`)
    return places.length === 0 && ofOrgan ? placesOf(ofOrgan.term, vocabulary) : places
  })
  if (found.length === 0 || found.some((places) => places.length === 0)) return undefined
  return anyCancer.test(text) ? undefined : found.flat()
}

/** "Gastric adenocarcinoma": the organ of a tissue that is of any. */
const organBefore =
  /\b(gastric|stomach|colonic|colon|colorectal|rectal|pancreatic|esophageal|lung|breast|prostate|prostatic|ovarian|cervical|endometrial|bladder|renal|hepatic|oral|laryngeal|thyroid) (?:duct(?:al)? |invasive |ductal |serous )?$/i
const anyCancer =
  /\b(?:solid tumou?rs?|advanced (?:cancers?|malignan\w+)|cancer patients|cancer diagnosis)\b/i
/** What any cancer may do. */
const spreads =
  /^(?:Neoplasm Metastasis|Recurrence|Neoplasm Recurrence, Local|Neoplasms|Disease Progression|Lymphatic Metastasis)$/
