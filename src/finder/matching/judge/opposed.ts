import type { Evidence } from '../patient/patient.ts'

/**
 * Whether a requirement says of an illness what the words found say the opposite of: "active tuberculosis" and "latent
 * tuberculosis", "acute pancreatitis" and "chronic pancreatitis". Then the illness alone does not meet it. Rule `opposed@1`.
 */
export function isOpposed(text: string, evidence: readonly Evidence[]): boolean {
  const said = evidence.map((one) => one.text).join(' ')
  return pairs.some(
    ([one, other]) =>
      (one.test(text) && !other.test(text) && other.test(said) && !one.test(said)) ||
      (other.test(text) && !one.test(text) && one.test(said) && !other.test(said)),
  )
}

const pairs: readonly (readonly [RegExp, RegExp])[] = [
  [/\b(?:acute|aigu[ëe]?s?)\b/i, /\b(?:chronic|chroniques?)\b/i],
  [
    /\b(?:active|actif|évolutive?)\b/i,
    /\b(?:latente?s?|inactive|quiescent\w*|dormant|in remission|en rémission)\b/i,
  ],
  [
    /\b(?:newly|recently) diagnosed|\buntreated|\bde novo\b/i,
    /\b(?:recurrent|relaps\w+|refractory|récidiv\w+)\b/i,
  ],
  [
    /\b(?:uncontrolled|poorly controlled|not controlled|non contrôlée?)\b/i,
    /\bwell[- ]controlled|\bbien contrôlée?/i,
  ],
  [/\b(?:severe|sévère|grave)\b/i, /\b(?:mild|légère?)\b/i],
  [
    /\b(?:metastatic|métastatique|stage IV)\b/i,
    /\b(?:locali[sz]ed|localisée?|non-metastatic|early[- ]stage)\b/i,
  ],
  [/\bprimary\b/i, /\bsecondary (?:to|hyper|hypo|adrenal|amen)/i],
]
