import type { Named } from '../patient/named.ts'

/**
 * True where the words around a name make something else of it: "CRP fell from 90", "rubella immune", "tetanus given",
 * "sputum negative", "Gastro." at the head of a letter, "antibodies against GAD". Rule `named-otherwise@2`.
 */
export function isNamedOtherwise(text: string, named: Named): boolean {
  return standsIn(contexts, text, named)
}

/** Whether a name and the words before or behind it are those of one of some contexts. */
export function standsIn(
  some: readonly Context[],
  text: string,
  { start, end }: Pick<Named, 'start' | 'end'>,
): boolean {
  const written = text.slice(start, end)
  const before = text.slice(Math.max(0, start - 48), start)
  const after = text.slice(end, end + 24)
  return some.some(
    ([name, ahead, behind]) => name.test(written) && (ahead.test(before) || behind.test(after)),
  )
}

/** A name, and what makes something else of it where it stands right before it or behind it. */
export type Context = readonly [name: RegExp, before: RegExp, after: RegExp]

/** For a side that makes nothing else of a name. */
export const never = /(?!)/

const contexts: readonly Context[] = [
  // A gene by itself is tested, and what is borderline in a tumour or a value is no personality.
  [
    /^BRCA-?[12]?$/,
    never,
    /^(?!\s?(?:\+|[12]?\s?(?:mut|posit|carrier|pathogen|variant|constit|germline|delet)))/iu,
  ],
  [
    /^borderline$/i,
    /(?:cancer|tume[ur]+r?s?|tumou?rs?|carcinom\p{L}*|pancr\p{L}*|ovar\p{L}*|r[ée]s[ée]cab\p{L}*|resect\p{L}*|contact|VMS|SMV|ADK|T\dN\d)(?!\p{L})[^.;]{0,46}$/iu,
    /^\s(?:resect|r[ée]s[ée]cab|tumou?r|tumeur|high|low|elevated|result|value|QTc?|HbA1c|hypert|LV|size|lesion|raised)/iu,
  ],
  // "Sensible au platine" answers a treatment; "sensible à la palpation" hurts.
  [
    /^sensibles?$/i,
    never,
    /^\s(?:aux?\s(?!toucher|contact)|à (?:la (?!palpation|pression|percussion|mobilisation|d[ée]compression)|l['’](?!appui|effleurement|examen)))/iu,
  ],
  // An operation that is thought of is no illness.
  [/bariatrique/i, never, /^/],
  [/^sueurs?$/i, /tests? (?:de |à )(?:la )?$/iu, never],
  [
    /^(?:fell|dropped|chute)$/i,
    never,
    /^\s(?:(?:from|to|by|de)\s?\d|asleep|short|behind|pregnant|des? (?:plaquettes|cheveux|l['’]))/i,
  ],
  [
    /^(?:tetanus|t[ée]tanos|measles|rougeole|mumps|oreillons|polio\p{L}*|diphth?\p{L}+|pertussis|coqueluche|rubella|rub[ée]ole|varicella|varicelle|chickenpox|vzv|flu|influenza|grippe|covid(?:-19)?|hepatitis [ab]|h[ée]patite [ab]|hbv|vhb|hav|vha|toxoplasm\p{L}+|toxo|cmv|pneumococ\p{L}+|meningococ\p{L}+|hpv|zona|shingles|zoster)$/iu,
    /(?:vaccin\p{L}*|immuni[sz]ed|immune|rappel|booster)\s(?:\p{L}+,?\s){0,2}$/iu,
    /^\s?(?::\s?)?(?:status\s)?(?:given|boosters?|shots?|jabs?|vaccin\p{L}*|up[- ]to[- ]date|[àa] jour|rappels?|toxoid|(?:is |not |non[- ]?|pas )?immun\p{L}+|protected|prot[ée]g[ée]e?)/iu,
  ],
  [
    /^(?:sputum|crachats?|expectorations?)$/i,
    /(?:induced|send|sent)\s$/i,
    /^\s?(?::|negative|neg|n[ée]g|positive|pos|cultures?|afb|smears?|grew|pcr|for|cytology|samples?|mcs|m\/c)/i,
  ],
  [
    /^(?:gastro|cardio|pneumo|neuro|n[ée]phro|rhumato|dermato|endocrino|h[ée]mato)$/i,
    /^$|[.\n]\s*$/,
    /^\s?(?:[.:/–-]|$|p[ée]d)/i,
  ],
  [
    /^(?:amyloid|sweat|wounds?)$/i,
    never,
    /^\s?(?:pet|beta|β|plaques?|scan|imaging|tests?|chloride|cultures?|care|healing|clinic|swabs?|\/)/i,
  ],
  [
    /^(?:GAD|SMA|AMA|MAG|MOG|PCA|ICA|EMA|TIF)$/,
    /(?:anti-?\s?|(?:antibod\p{L}+|anticorps) (?:against|to|for|contre|anti) (?:[\p{L}\d-]+,? (?:and |or |et |ou )?){0,3}(?:anti-?\s?)?)$/iu,
    /^\s?(?:-?65|(?:auto-?)?antibod|-?ab\b)/i,
  ],
  // The score of a form, and antibodies that are found, are no illness.
  [
    /^(?:GAD|generali[sz]ed anxiety disorder)$/i,
    never,
    /^[\s-]?[27](?![\d/]| ?(?:years?|months?|weeks?)(?!\p{L}))/iu,
  ],
  [
    /^(?:des |d['’])?(?:Ac |anticorps )?anti-?phospholipides?$/iu,
    /^(?!.*(?:syndrome|maladie) des? $)/iu,
    never,
  ],
  [
    /^mass$/i,
    /(?:body|muscle|bone|fat|lean|ventricular|cell)\s$/i,
    /^\s(?:index|spectrom|gathering|media)/i,
  ],
  [
    /^(?:lesions?|l[ée]sions?|nodules?|plaques?|tache|taches)$/iu,
    /(?:MRI|CT|scan|scanner|IRM|TDM|echo|ultrasound|US|X-?ray|radio|TEP|PET|brain|liver|lung|breast|bone|hepatic|pulmonary|cerebral|renal|thyroid|pancreatic|spinal|white matter|focal|target|measurable|enhanc\p{L}+|lytic|new)[^.;]{0,46}$/iu,
    /^[^.;]{0,40}(?:MRI|CT|scan|IRM|TDM|echo|ultrasound|enhanc\p{L}+|prenant|contraste|suspect|segment|lobe|liver|lung|foie|poumon|h[ée]pati\p{L}+|pulmonaire)/iu,
  ],
  [/^(?:coronaires?|m[ée]nisques?|coronar(?:y|ies))$/iu, never, /^/],
  [
    /^s[ée]ropositi(?:f|ve)s?$/iu,
    /(?:(?<!\p{L})PR|polyarthrites?(?: rhumato[ïi]des?)?|arthrites?|rhumatismes?|my[ae]sth[ée]nie|NMO\p{L}*|lupus|RA|arthritis|JIA|AJI|neuromyelitis optica)[ ,(:]{0,3}(?:\p{L}+ ){0,2}$/iu,
    /^\s(?:rheumatoid|arthritis|RA(?!\p{L})|myasthenia|NMO|lupus|au? (?:CMV|EBV|toxo|VZV)|(?:pour|for) (?:le |la )?(?:CMV|EBV|toxo|VZV|rub))/iu,
  ],
  [/^PSA$/, never, /^/],
  [/^PAD$/, never, /^\s?[:=à]?\s?\d{2,3}(?![\d/])/u],
  [/^DDR$/, never, /^\s?(?:il y a|le (?=\d)|[:=]|inconnue|\d|du (?=\d))/iu],
  [
    /^I{1,3}[AB]$/,
    /(?:stades?|stage|lymphom\p{L}*|cancers?|carcinom\p{L}*|hodgkin|Ann Arbor|FIGO)[^.;]{0,30}$/iu,
    never,
  ],
  [/^SGB$/, never, /^\s?(?:\+|[-–](?!\p{L})|n[ée]g|pos)/iu],
  [
    /^(?:hepatitis|h[ée]patite)$/i,
    never,
    /^\s[A-E](?:\s(?:status|virus))?[\s:,-]{1,3}(?:is |was |est )?(?:immun|non[- ]?immun|vaccin|prot|surface antibod|Ac)/iu,
  ],
  [/^(?:deficit|deficits)$/i, /(?:base|attention|caloric|volume|calorie|energy)\s$/i, never],
  [/^/, never, /^\s?f(?:œ|oe|e)tale?s?(?!\p{L})/iu],
  [/^(?:d['’])?am[ée]norrh[ée]es?$/iu, /(?:semaines?|sem|SA) (?:d['’])?$/iu, never],
  [/^ganglions?$/i, never, /^\s?sentinelles?(?!\p{L})/iu],
  [/^r[ée]gressions?$/i, /(?<!\p{L})en\s$/iu, never],
  [/^OH$/, /\d-$/, never],
  [/^mang[ée]e?s?$/iu, never, /^/],
  [/^(?:tension|secondary|pompe|met)$/i, never, /^/],
  [
    /^withdrawn$/i,
    /(?:was|were|been|is)\s$|\p{L}{4,}(?:ine|ol|mab|il|ate|ide|in|one|us)\s$/iu,
    /^\s(?:because|due|for|in|after|from|on|at|as|\d)/i,
  ],
]
