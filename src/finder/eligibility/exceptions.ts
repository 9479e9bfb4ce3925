/**
 * True for words among what keeps out over lines of which all let somebody in again: "Note: treated metastases are allowed,
 * provided that all of the following are met:", "… may be eligible if they:". Rule `let-in-again@1`.
 */
export function opensException(text: string): boolean {
  return letsIn.test(text.slice(-240)) || excepted.test(text.slice(-120))
}

const letsIn =
  /(?<!\b(?:not|cannot|never|un)(?: \w+){0,2} )\b(?:eligible|allowed|permitted|acceptable|enrolled|included|considered|not (?:be )?excluded)\b[^.;:]{0,60}?\b(?:if|provided|providing|when|as long as)\b[^.;:]{0,90}[:：]\W*$/i
const excepted =
  /\b(?:unless|except(?:ing|ions?)?|with the exception of)\b[^.;:]{0,60}\b(?:following|they|those|who|all|criteria|conditions|met|of|are|is|if)?\s*[:：]\W*$/i

/** True for such words that are of some people, and not the title of what lets everybody in. */
export function isExceptionOfSome(text: string): boolean {
  return opensException(text) && ofSome.test(text)
}

const ofSome =
  /^\W*(?:note\b|nb\b|n\.b\.|however\b|exceptions?\b|(?:a?symptomatic|treated|controlled|stable|inactive|resolved)\b|(?:patients?|subjects?|participants?|individuals?|those|people|women|men) (?:with|on|previously|treated|who (?!meet|fulfil|satisf|are eligible))\b)/i
