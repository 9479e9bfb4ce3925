import { fold } from '../../vocabulary/fold.ts'
import type { WordSpan } from './word-spans.ts'

/**
 * Whether the words about a treatment ask for it: "a trial of dupilumab", "dupixent for her eczema", "can he get kaftrio", « essai avec
 * le kaftrio ». A sentence about a person that names a treatment without them tells what is or was taken.
 */
export function isAskedFor({ start, end }: WordSpan, words: readonly string[]): boolean {
  const before = plain(words.slice(Math.max(0, start - 8), start))
  const behind = plain(words.slice(end, end + 4))
  if (askedBefore.test(before) || studyBehind.test(behind)) return true
  return !takenBefore.test(before) && forBehind.test(behind)
}

function plain(words: readonly string[]): string {
  return fold(words.join(' '))
    .replace(/[’‘]/g, "'")
    .replace(/[,.;:!?]+(?= |$)/g, '')
}

const article =
  "(?: (?:the|a|an|any|some|new|more|his|her|my|their|other|drugs?|medicines?|treatment|therapy|injections?|oral|low dose|high dose|le|la|les|l'|du|de la|des|d'|de|un|une|nouveau|nouvelle|medicament|traitement))*[ ']?"
const study =
  '(?:trial|stud(?:y|ies)|research|experiment|essai|etude|recherche|protocole|test|program|therap(?:y|ie)|traitement|access|acces|information|infos?|news?|nouvelles?|question|option)s?(?: (?:clini\\w+|that|qui|or \\w+|ou \\w+))*'

const askedBefore = new RegExp(
  `(?:^|[ '(])(?:${study} (?:of|on|with|for|using|about|into|to|testing|tests?|giv\\w+|offer\\w+|compar\\w+|de|d|avec|sur|par|pour|a|au|aux|du|des|testant|teste\\w*)|(?:looking|look|searching|search|asking|hoping|hope|wait\\w*|eligible|candidate?|qualif\\w+|interested|interesse\\w*|eligibles?|droit|acces|attend\\w*) (?:for|to get|to have|to try|in|a|au|aux|par|pour|le|la)|(?:seek\\w*|wants?|needs?|wish\\w* for|would like|like|love|recommend\\w*|consider\\w*|suggest\\w*|propos\\w*|conseill\\w*|offer\\w*)(?: to (?:try|take|get|have|start|use|join))?|(?:can|could|may|should|will|to) (?:\\w+ ){0,3}(?:try|get|have|take|start|receive|use|join)|(?:try|trying) to get|(?:does|do|would|will|is|are|can|could|has)(?: there)?|what about|how about|whether|if|or is|any|(?:heard|read|know|hear|saw|told)(?: (?:\\w+ )?(?:of|about|that))?|(?:cherch|recherch|voudr|souhait|aimer)\\w*(?: (?:a )?(?:essayer|avoir|prendre|tester|recevoir|commencer))?|(?:veu[xt]|voul\\w+|peu[xt]|pourr\\w+|peut-(?:il|elle|on))(?: \\w+)? (?:essayer|avoir|prendre|tester|recevoir|commencer|beneficier|obtenir)(?: d)?|veu[xt]|besoin|entendu parler|parle\\w* (?:du|de|d)|que penser|est-ce que|avis sur)${article}$`,
)

const studyBehind =
  /^(?:or \w+ |and \w+ |et \w+ |ou \w+ )?(?:clinical )?(?:trials?|stud(?:y|ies)|research|essais?|etudes?|vs|versus|(?:might|may|could) (?:help|work)|peut aider|pourrait aider|compared|possible|disponible|available|un espoir|an option)(?![a-z])/

/** Before an illness it is what is looked for; before a time it tells how long. */
const forBehind =
  /^(?:for|pour|contre|in|against)(?= [a-z])(?! (?:(?:about|over|almost|nearly|at least|plus|environ|de|the|past|last|les|des|a|an|un|une|many|several|some|few|two|three|four|five|six|ten|deux|trois|quatre|cinq|dix|now|long|ages|plusieurs|quelques|\d+) ?)*(?:\d|years?|months?|weeks?|days?|ans|mois|semaines?|jours?|while|now|ages|long|summer|remission|hospital|london|paris|january|february|march|april|may|june|july|august|september|october|november|december))/

const takenBefore = new RegExp(
  `(?:^|[ '])(?:takes?|taking|took|taken|on|using|used|uses?|had|gave|given|prescribed|gets?|sous|prend\\w*|pris|prescri\\w+|recoit|recu|a eu|ai eu|traite\\w* par|traite\\w* avec|treated with|been on|with|avec)${article}$`,
)
