import { furtherMatters, type KindOfEvent, word } from './further-matters.ts'

/** Stays in a hospital. "Hospital" alone is a place. */
export const hospitalStay: KindOfEvent = {
  asked: word(
    String.raw`hospitali[sz]\p{L}*|(?:re-?)?admissions?|(?:re-?)?admitted|in-?patients?|intensive care|ICU|emergency (?:department|room|visits?)|(?:hospital|ICU) stays?|discharged? from (?:the )?hospital`,
  ),
  said: word(
    String.raw`hosp(?:it)?\.?(?= (?:for|with|pour|en|il y a|\d|x ?\d|last|depuis)(?!\p{L}))|(?:ré-?)?hospit|(?:re-?)?hospitali[sz]\p{L}*|(?:ré-?)?hospitalis(?:ée?s?|ations?)|(?:re-?)?admitted|(?:re-?)?admissions?|admise? (?:en|à|aux|au|pour)|in-?patient|ICU|ITU|HDU|CCU|USIC?|réa(?:nimation)?|soins (?:intensifs|continus)|intensive care|urgences|A&E|(?:ED|ER) (?:visits?|attendances?)|emergency (?:department|room)|inhosp\.?`,
  ),
}

/** Tests and procedures that exclusions name. */
export const testsAndProcedures: readonly KindOfEvent[] = [
  {
    asked: word(
      String.raw`scintigra\p{L}*|(?:bone|nuclear|radionuclide|thyroid|technetium|pyrophosphate|\p{L}*PYP|DPD)[- ]scans?|99m-?Tc\S*|Tc-?99m\S*|technetium\S*`,
    ),
    said: word(
      String.raw`scintigra\p{L}*|scinti|(?:bone|nuclear|thyroid|PYP|DPD)[- ]scans?|99m-?Tc\S*|Tc-?99m\S*|techn[eé]tium`,
    ),
  },
  {
    asked: word(String.raw`(?:re-?)?biops(?:y|ies|ied)`),
    said: word(String.raw`biops\p{L}*|bx|PBH|PBR|BOM|ponction[- ]biopsie`),
  },
  {
    asked: word(String.raw`c?MRI|magnetic resonance|CMR|MRCP`),
    said: word(String.raw`c?MRI|MR scan|IRM|magnetic resonance|résonance magnétique|CMR|MRCP`),
  },
  {
    asked: word(String.raw`PET(?:[-/ ]?CT)?|positron emission`),
    said: word(String.raw`PET(?:[-/ ]?CT)?|TEP(?:[-/ ]?(?:TDM|scan\p{L}*))?|positron emission`),
  },
  {
    asked: word(
      String.raw`(?:upper |gastrointestinal |upper gastrointestinal )?endoscop\p{L}*|gastroscop\p{L}*|(?:o?esophago)?gastroduodenoscop\p{L}*|OGD|EGD`,
    ),
    said: word(
      String.raw`endoscop\p{L}*|gastroscop\p{L}*|(?:o?esophago)?gastroduodenoscop\p{L}*|OGD|EGD|F?OGD|EOGD|fibro(?:scopie)?`,
    ),
  },
  {
    asked: word(String.raw`colonoscop\p{L}*|sigmoidoscop\p{L}*|(?:lower )?endoscop\p{L}*`),
    said: word(
      String.raw`colonoscop\p{L}*|coloscopie|colono|sigmoidoscop\p{L}*|rectosigmoïdoscopie`,
    ),
  },
  {
    asked: word(String.raw`bronchoscop\p{L}*|bronchoalveolar lavage`),
    said: word(String.raw`bronchoscop\p{L}*|fibro(?:scopie)? bronchique|LBA|BAL`),
  },
  {
    asked: word(String.raw`lumbar punctures?|spinal taps?`),
    said: word(String.raw`lumbar punctures?|spinal taps?|LP|ponctions? lombaires?|PL`),
  },
  {
    asked: word(
      String.raw`(?:coronary )?angiogra\p{L}*|(?:cardiac |heart )?catheteri[sz]ations?|(?:cardiac )?cath`,
    ),
    said: word(
      String.raw`angiogra\p{L}*|catheteri[sz]ations?|cath|coro(?:narographie)?|cathétérismes?|KT (?:droit|gauche)`,
    ),
  },
]

/** Whether a sentence tells of a stay, a test or a procedure that was not there or found nothing, or of a stay of before. */
export function tellsOfEvent(text: string): boolean {
  if (wasInHospital(text) && ofBefore.test(text)) return true
  return ofNothing.test(text) && testsAndProcedures.some(({ said }) => said.test(text))
}

const ofBefore =
  /(?<!\p{L})(?:ago|last (?:week|month|year|winter|spring|summer|autumn)|in (?:19|20)\d\d|il y a|(?:semaine|mois|année|an) (?:dernière?|passée?)|en (?:19|20)\d\d|hosp(?:it)?)(?!\p{L})/iu
const ofNothing =
  /(?<!\p{L})(?:no|not|negative|neg|normal|pas|sans|aucune?|négati(?:f|ve)s?|nég|normale?s?)(?!\p{L})/iu

/** Whether a sentence tells of a stay in a hospital, and does not deny it. */
export function wasInHospital(text: string): boolean {
  return hospitalStay.said.test(text.replace(deniedStay, ' '))
}

const deniedStay =
  /(?<!\p{L})(?:no|never|not|without|denies|pas|jamais|sans|aucune?|ni)(?!\p{L})(?: [\p{L}'’]+){0,4} (?:re-?|ré-?)?(?:hospit\p{L}*|admi(?:tted|ssions?|se?)|ICU|réa\p{L}*|A&E|urgences|emergency (?:department|room))/giu

/** The kinds of tests and procedures that a criterion names. */
export function testsAsked(text: string): readonly KindOfEvent[] {
  return [...testsAndProcedures, ...furtherMatters].filter(({ asked }) => asked.test(text))
}
