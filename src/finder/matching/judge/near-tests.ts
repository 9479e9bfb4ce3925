import type { Evidence, Patient } from '../patient/patient.ts'
import type { Case } from './judgement.ts'
import { onceAPatient } from './once-a-patient.ts'

/**
 * Tests that a note calls abnormal without their values ("bilan hépatique perturbé", "raised liver enzymes") or that are still to come ("LFTs awaited"), where a criterion asks for
 * such a value: it is not said, and it is no silence. Rule `near-tests@1`.
 */
export function nearTests({ text, patient }: Pick<Case, 'text' | 'patient'>): readonly Evidence[] {
  return saidOf(patient).flatMap(({ asked, evidence }) => (asked.test(text) ? evidence : []))
}

const off = String.raw`(?:abnormal\p{L}*|deranged|elevated|raised|high|increased|impaired|low|reduced|perturbée?s?|anorma(?:le?s?|ux)|élevée?s?|augmentée?s?|altérée?s?|basse?s?|diminuée?s?)`
const toTell = String.raw`(?:sent|awaited|pending|requested|to follow|(?:not|never) (?:yet )?(?:done|back|available|known)|en (?:attente|cours)|demandée?s?|(?:non|pas|jamais) (?:encore )?(?:réalisée?s?|faite?s?|reçue?s?|dosée?s?)|à (?:venir|faire|refaire|contrôler))`
const between = String.raw`(?: (?:tests?|function|values?|results?|are|is|were|was|est|sont|slightly|mildly|légèrement|modérément|un peu))*`
const tests = (asked: RegExp, names: string) => ({
  asked,
  said: new RegExp(
    String.raw`(?<!\p{L})(?:${off} (?:\p{L}+ ){0,2}(?:${names})|(?:${names})${between} (?:${off}|${toTell}))(?!\p{L})`,
    'iu',
  ),
  untold: new RegExp(String.raw`(?<!\p{L})(?:${names})${between} ${toTell}(?!\p{L})`, 'iu'),
})

const kinds = [
  tests(
    /\b(?:AST|ALT|SGOT|SGPT|ALAT|ASAT|transaminases?|bilirubin|(?:liver|hepatic) (?:function|enzymes?|tests?|disease|impairment|insufficiency))\b/i,
    'liver (?:enzymes?|tests?|function(?: tests?)?)|LFTs?|transaminases?|hepatic enzymes?|bilan hépatique|enzymes? hépatiques?|cytolyse',
  ),
  tests(
    /\b(?:creatinine|e?GFR|(?:renal|kidney) (?:function|disease|impairment|insufficiency|failure)|urea|BUN)\b/i,
    '(?:renal|kidney) function|kidney tests?|fonction rénale|bilan rénal',
  ),
  tests(
    /\b(?:h(?:a)?emoglobin|platelets?|neutrophils?|leu[ck]ocytes?|white blood cells?|blood counts?|an(?:a)?emia|cytopenia|neutropenia|thrombocytopenia)\b/i,
    'blood counts?|full blood count|CBC|FBC|numération|NFS|hémogramme',
  ),
  tests(
    /\b(?:TSH|thyroid|T[34])\b/i,
    'thyroid (?:tests?|function(?: tests?)?)|TFTs?|bilan thyroïdien',
  ),
  tests(
    /\b(?:osteopor\w+|osteopen\w+|bone (?:mineral )?(?:density|loss))\b/i,
    'DE?XA(?: scan)?|bone density|ostéodensitométrie|DMO',
  ),
  tests(
    /\b(?:INR|prothrombin|aPTT|coagul\w+|clotting)\b/i,
    'clotting(?: tests?)?|coagulation|bilan de coagulation|hémostase',
  ),
] as const

interface SaidTests {
  readonly asked: RegExp
  readonly evidence: readonly Evidence[]
}

const saidOf = onceAPatient(({ lines }: Patient): readonly SaidTests[] =>
  kinds.flatMap(({ asked, said, untold }): SaidTests[] => {
    const evidence = lines
      .slice(0, 1_000)
      .flatMap(({ affirmed, evidence: own }) =>
        said.test(affirmed) || untold.test(own.text) ? [own] : [],
      )
    return evidence.length === 0 ? [] : [{ asked, evidence }]
  }),
)
