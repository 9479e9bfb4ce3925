/**
 * What a general word of an exclusion surely takes in, whatever else it may: a "major psychiatric disorder" is schizophrenia, a
 * "bleeding disorder" haemophilia. For keeping out only; who has none of these is not clear by it. Rule `meant-by@1`.
 */
export function meantBy(text: string): readonly string[] {
  if (text.length > longest || turning.test(text)) return []
  return general.flatMap(([pattern, names]) => (pattern.test(text) ? names : []))
}

const longest = 200
const turning =
  /\d|\b(?:no|not|without|never|unless|except\w*|other than|if|within|recent\w*|family|mothers?|fathers?|risk|suspected|history|prior|previous\w*|past|uncontrolled|unstable|untreated|active|acute|due to|caused by|requiring|affecting|that (?:may|might|could|would)|which (?:may|might|could|would))\b/i

const degree = String.raw`(?:(?:clinically )?significant|severe|serious|major|advanced)`

const general: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    new RegExp(
      String.raw`\b${degree} (?:psychiatric|mental)(?: health)? (?:disorders?|illness(?:es)?|diseases?|conditions?)`,
      'i',
    ),
    ['Schizophrenia', 'Psychotic disorder', 'Bipolar disorder'],
  ],
  [
    /\bviral (?:upper |lower )?(?:respiratory|airway)(?: tract)? infections?/i,
    ['Influenza', 'Respiratory syncytial virus infection', 'COVID-19'],
  ],
  [
    /\b(?:bleeding (?:diathes[ie]s|disorders?|tendenc(?:y|ies))|coagulopath(?:y|ies)|(?:blood )?(?:clotting|coagulation) disorders?)\b/i,
    ['Hemophilia A', 'Hemophilia B', 'von Willebrand disease'],
  ],
  [
    new RegExp(
      String.raw`\b${degree} (?:cardiac|cardiovascular|heart) (?:disorders?|diseases?|conditions?)`,
      'i',
    ),
    ['Heart failure', 'Cardiomyopathy', 'Cardiomyopathy, dilated'],
  ],
  [
    new RegExp(
      String.raw`\b${degree} (?:renal|kidney) (?:disorders?|diseases?|impairment|insufficiency)`,
      'i',
    ),
    ['End-stage renal disease'],
  ],
  [
    new RegExp(String.raw`\b${degree} (?:hepatic|liver) (?:disorders?|diseases?)`, 'i'),
    ['Liver cirrhosis'],
  ],
  [
    new RegExp(
      String.raw`\b${degree} (?:pulmonary|lung|respiratory) (?:disorders?|diseases?)`,
      'i',
    ),
    ['Idiopathic pulmonary fibrosis', 'Cystic fibrosis'],
  ],
  [
    new RegExp(String.raw`\b${degree} neurologic(?:al)? (?:disorders?|diseases?|conditions?)`, 'i'),
    ["Parkinson's disease", 'Multiple sclerosis', 'Amyotrophic lateral sclerosis', 'Dementia'],
  ],
  [/\b(?:central nervous system|CNS)(?: \(CNS\))? metasta\w+/i, ['Brain metastases']],
  [/\binsulin[- ]dependent diabet\w+/i, ['Type 1 diabetes']],
  [/\b(?:severe|serious) infections?\b/i, ['Sepsis', 'Septic shock', 'Bacterial meningitis']],
  [
    /\b(?:immunocompromised|immunosuppressed|immunodeficien\w+)\b/i,
    ['AIDS', 'Solid organ transplant', 'Stem cell transplant'],
  ],
]
