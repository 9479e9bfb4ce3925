import type { Vocabulary } from '../../vocabulary/concept.ts'
import type { Evidence, Patient } from '../patient/patient.ts'
import { cancersOfNow } from './cancer-sites.ts'
import type { Case, Judgement } from './judgement.ts'
import { onceAPatient } from './once-a-patient.ts'
import { hasOtherWaysIn, isTurned } from './one-way-in.ts'
import { sentenceParts } from './words.ts'

/**
 * How far a tumour has come, of who has one cancer: "metastatic" asked and a localized one said, "non-metastatic" or "resectable" asked
 * and metastases said. Rule `spread@1`.
 */
export function spreadAskedVerdict({
  text,
  kind,
  patient,
  vocabulary,
}: Case): Judgement | undefined {
  if (kind !== 'inclusion' || patient.source !== 'note' || text.length > longest) return undefined
  const said = extentOf(patient, vocabulary)
  if (!said.far && !said.notFar && !said.early) return undefined
  const asked = askedIn(text)
  if (asked === undefined || hasOtherWaysIn(text) || open.test(text)) return undefined
  const rest = text.replaceAll(anyExtent, ' ').replaceAll(/\bno (?:distant )?metasta\w+/gi, ' ')
  if (isTurned(rest)) return undefined
  const own = cancersOfNow(patient, vocabulary)
  if (!own || new Set(own.map(({ finding }) => finding.term)).size !== 1) return undefined
  const evidence =
    asked === 'local'
      ? said.far
      : said.far
        ? undefined
        : asked === 'far'
          ? (said.early ?? said.notFar)
          : said.early
  return evidence && { verdict: 'not met', reason: 'stated facts', evidence: [evidence] }
}

const longest = 260
const open =
  /\b(?:history|previous\w*|prior|at diagnosis|initial\w*|risk|suspected|any stage|all stages|with or without)\b/i

/** `far`: metastatic alone; `any far`: advanced, unresectable or metastatic; `local`: none of them. */
function askedIn(text: string): 'far' | 'any far' | 'local' | undefined {
  if (/\b(?:brain|cns|liver|bone|lung|hepatic|cerebral|leptomeningeal)[- ]metasta/i.test(text))
    return undefined
  const isLocal =
    /\b(?:non-?\s?metastatic|no (?:distant )?metasta\w+|M0|localized|localised|organ-confined|early[- ]stage|resectable|operable|in situ)\b/i.test(
      text,
    )
  const far = text.replaceAll(/\bnon-?\s?metastatic\b|\bno (?:distant )?metasta\w+/gi, ' ')
  const isFar = /\b(?:metastatic|M1)\b/i.test(far)
  const isAdvanced = /\b(?:advanced|unresectable|inoperable|recurrent|relapsed)\b/i.test(far)
  if (isLocal) return isFar || isAdvanced ? undefined : 'local'
  if (isFar) return isAdvanced ? 'any far' : 'far'
  return isAdvanced && /\b(?:unresectable|inoperable)\b/i.test(far) ? 'any far' : undefined
}

const anyExtent =
  /\b(?:(?:locally|locoregionally) advanced|advanced|unresectable|inoperable|metastatic|recurrent|(?:unresectable|advanced)(?:,? or) metastatic)(?:,? (?:or|and\/or|and) (?=(?:locally |locoregionally )?(?:advanced|unresectable|inoperable|metastatic|recurrent)))?/gi

interface Extent {
  readonly far?: Evidence | undefined
  /** No metastases; it may still be locally advanced. */
  readonly notFar?: Evidence | undefined
  /** Within its organ, or taken out whole. */
  readonly early?: Evidence | undefined
}

const extentOf = onceAPatient((patient: Patient, vocabulary: Vocabulary): Extent => {
  const own = patient.findings.filter(
    ({ of, term, words }) => of === 'patient' && /m[eé]tasta/i.test(`${term} ${words}`),
  )
  const far = own.find(
    ({ presence, when, evidence }) =>
      presence === 'present' && when === 'now' && !nodes.test(evidence.text),
  )
  if (own.some(({ presence }) => presence === 'possible' || presence === 'present'))
    return { far: far?.evidence }
  const lines = patient.lines.slice(0, 400).filter(({ evidence }) => !notThis.test(evidence.text))
  const denied = own.find(
    ({ presence, evidence }) => presence === 'absent' && !ofOnePlace.test(evidence.text),
  )
  const early = lines.find(
    ({ affirmed, evidence }) =>
      isOfTumour(saysEarly, affirmed, evidence, patient, vocabulary) &&
      !notEarly.test(evidence.text),
  )
  if (patient.findings.some(({ term }) => /Recurrence/.test(term))) return {}
  return {
    notFar:
      denied?.evidence ??
      lines.find(
        ({ affirmed, evidence }) =>
          !spreadsEarly.test(affirmed) &&
          isOfTumour(saysSecond, affirmed, evidence, patient, vocabulary),
      )?.evidence ??
      lines.find(({ evidence }) => saysNotFar.test(evidence.text))?.evidence,
    early: early?.evidence,
  }
})

const nodes = /\b(?:lymph nodes?|axillary|sentinel|ganglion\w*|adénopath\w*|nodal)(?![\p{L}])/iu
const ofOnePlace =
  /\b(?:brain|cerebral|liver|hepatic|bone|lung|nodal|node|cérébral\w*|hépatiqu\w*|osseu\w*|pulmonair\w*|ganglion\w*)(?![\p{L}])/iu
const saysNotFar =
  /\b(?:non-?\s?metastatic|M0|non métastatique|absence de métastases?|sans métastases?|pas de métastases?)(?![\p{L}]| (?:hépat|céréb|oss|pulm))/iu
/** Of nearly all tumours: in one of the testis or the blood it may have spread. */
const saysSecond = /\b(?:stage|stade) (?:II|2)[ABC]?\d?(?![\p{L}\d])/iu
const spreadsEarly = /testic|germ|seminom|lymphom|leuk|leuc|my[eé]lom/i
const saysEarly =
  /\b(?:locali[sz]ed(?! pain)|(?:stage|stade) (?:0|I|1)[AB]?\d?(?![\p{L}\d])|organ-confined|in situ|early[- ]stage|R0|completely resected|localisée?|stade précoce|réséquée? (?:en totalité|complètement)|résection complète)(?![\p{L}])/iu
const notEarly =
  /\b(?:locali[sz]ed (?:to|in|at) (?:the )?(?!prostate|breast|colon|kidney|bladder|thyroid)|not|no longer|recurr\w*|relaps\w*|progress\w*|pain|tenderness|douleur|récidiv\w*|rechut\w*)(?![\p{L}])/iu
const notThis =
  /\b(?:mother|father|sister|brother|wife|husband|initial\w*|was|at diagnosis|originally|previous\w*|ago|in (?:19|20)\d\d|history of|suspected|possible|rule out|au diagnostic|initialement|mère|père|antécédent\w*|en (?:19|20)\d\d)(?![\p{L}])/iu

/** Whether words are said of the tumour: "CKD stage 1", "localized scleroderma" are of another illness. */
function isOfTumour(
  words: RegExp,
  affirmed: string,
  { text }: Evidence,
  { findings }: Patient,
  vocabulary: Vocabulary,
): boolean {
  const clauses = sentenceParts(affirmed).filter((one) => words.test(one))
  const others = findings.filter(
    ({ evidence, term }) =>
      evidence.text === text &&
      !vocabulary.byName(term)?.trees.some((tree) => /^C04(?:\.|$)/.test(tree)),
  )
  return clauses.some(
    (clause) =>
      !ofOtherIllness.test(clause) &&
      !others.some((one) => clause.toLowerCase().includes(one.words.toLowerCase())),
  )
}

const ofOtherIllness =
  /(?<!\p{L})(?:CKD|kidney disease|renal (?:failure|disease|insufficiency)|insuffisance|ulcers?|escarres?|pressure|hypertens\p{L}*|COPD|BPCO|GOLD|fibros\p{L}*|cirrhos\p{L}*|sarco[iï]d\p{L}*|NYHA|encephalopath\p{L}*|encéphalopath\p{L}*|retinopath\p{L}*|rétinopath\p{L}*|lymph(?:o|œ)?edema|lymphœdème|AKI|endometriosis|endométriose|Parkinson|Hoehn|infections?|steatosis|stéatose)(?!\p{L})/iu
