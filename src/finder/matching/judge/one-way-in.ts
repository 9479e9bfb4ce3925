/** Another way in, a wish or a group: nothing in such a text is asked of everybody. */
export function hasOtherWaysIn(text: string): boolean {
  return groups.test(text) || /(?:^|[.;]\s*)or\b|\bOR\b|\balternatively\b|\beither\b/.test(text)
}

const groups =
  /\b(?:cohorts?|arms?|(?<!\bage )groups?|parts?|strat(?:um|a)|controls?|healthy|amendment|sub-?study|phase (?:i+|[1-4])|(?:one|two|three|any|some|more|all) of the following|at least (?:one|two|three) of|one or more)\b/i

/** Whether a sentence of a requirement has an alternative, an exception, a wish or a denial that may turn a part of it. */
export function isTurned(sentence: string): boolean {
  return turning.test(withoutHarmlessOr(sentence))
}

/** The sentence a place is in; a decimal point ends none. */
export function sentenceAround(text: string, at: number): { start: number; end: number } {
  const ends = [...text.matchAll(/[.;](?=\s|$)|\n/g)].map(({ index }) => index)
  const start = ends.findLast((end) => end < at)
  return {
    start: start === undefined ? 0 : start + 1,
    end: ends.find((end) => end >= at) ?? text.length,
  }
}

const turning =
  /\b(?:or|unless|except\w*|excluding|other than|if|when|in case|may|might|can be|could|preferabl[ey]|ideally|recommended|allowed|permitted|acceptable|e\.g|such as|regardless|irrespective|exclu\w+|without|not|no|never|expected|target\w*|aim\w*|goal)\b/i
/** A text with every "or" put out that joins no two ways in: "less than or equal to", "men or women", "by CT or MRI". */
function withoutHarmlessOr(text: string): string {
  return [ofNumbers, ofPeople, ofMethods, ofExtent, ofProof].reduce(
    (rest, harmless) => rest.replace(harmless, ' '),
    text,
  )
}

const ofNumbers =
  /(?<=\b\d) or (?=\d\b)|\bor (?:equal(?: to)?|greater|more|less|fewer|higher|lower|above|below|over|under|older|younger|later|longer|at least)\b|(?<=(?:equal to|equal|=)) or (?=(?:less|more|greater|lower|higher|above|below)\b)/gi
const extent = String.raw`(?:(?:locally |locoregionally )?(?:advanced|recurrent)|metastatic|unresectable|inoperable|relapsed|refractory|germline|somatic)`
/** How far a tumour has come: "locally advanced or metastatic". */
const ofExtent = new RegExp(
  String.raw`\b${extent}(?:, ${extent})*,? ?(?:\/|\band\/or\b|\bor\b|\bou\b) ?${extent}\b`,
  'gi',
)
const ofProof =
  /\b(?:histo|cyto|patho|bio)\w*(?:,? (?:and\/or|or) (?:histo|cyto|patho|bio|radio)\w*)+/gi
const person = String.raw`(?:adult )?(?:males?|females?|men|women|boys?|girls?|patients?|subjects?|participants?|inpatients?|outpatients?|parents?|guardians?|legal representatives?|caregivers?)`
const ofPeople = new RegExp(String.raw`\b${person}(?: and\/or | or |\/)${person}\b`, 'gi')
const method = String.raw`(?:spirometry|peak flow|(?:transthoracic |transoesophageal |transesophageal )?echo(?:cardiogra\w+)?|(?:cardiac )?mri?|(?:cardiac )?magnetic resonance(?: imaging)?(?: \(mri\))?|ct(?: scan)?|computed tomography(?: \(ct\))?|ultrasound|ultrasonography|biopsy|scan|imaging|x-?rays?|radiograph\w*|pet|muga|scintigraphy|angiography|cmr|tte|tee|history|examination|laboratory|clinic|hospital)`
const ofMethods = new RegExp(
  String.raw`\b${method}(?:, ${method})*(?:,? and\/or |,? or |\/)${method}\b`,
  'gi',
)
