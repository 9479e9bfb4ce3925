import type { Evidence } from '../patient/patient.ts'
import { tellsOfEvent } from '../patient/events.ts'
import { tokens } from '../../vocabulary/fold.ts'
import type { Sentence } from './sentences.ts'

/**
 * Sentences of which nothing was read although they hold telling words: a long or rare word, a value, an abbreviation; and those of
 * a stay in a hospital or of a test that found nothing, of which at most the illness was read. Rule `half-read@1`.
 * What a criterion asks may stand there, so it is not presumed clear.
 */
export function unreadIn(
  sentences: readonly Sentence[],
  read: ReadonlySet<number>,
): readonly Evidence[] {
  const unread: Evidence[] = []
  for (const { text, start, end } of sentences) {
    if (!tellsOfEvent(text) && (read.has(start) || !isTelling(text))) continue
    unread.push({ text, start, end })
    if (unread.length >= mostUnread) break
  }
  return unread
}

const mostUnread = 200

function isTelling(text: string): boolean {
  if (text.length < 8 || (saysNormal.test(text) && !turns.test(text))) return false
  return tokens(text).some((word) => word.length >= 5 && !/^\d/.test(word) && !ordinary.has(word))
}

/** An examination that found nothing is understood, unless the sentence goes on to what it did find. */
const saysNormal =
  /(?<!\p{L})(?:normal|normally|normale?s?|normaux|unremarkable|within normal limits|no (?:evidence of )?abnormalit(?:y|ies)|no evidence of abnormal\p{L}*|sans particularit[ée]|RAS)(?!\p{L})/iu
const turns =
  /(?<!\p{L})(?:but|except|however|although|mais|sauf|hormis|not normal|abnormal(?!it)(?!ities))(?!\p{L})/iu

/** Words that tell nothing of a disease, a treatment or a value. */
const ordinary: ReadonlySet<string> = new Set(
  tokens(
    `patient patients please thank thanks regards sincerely dear doctor colleague clinic hospital department ward
    review reviewed referral referred letter seeing consultation follow visit today yesterday tomorrow morning evening
    night monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december mother father parents brought lives alone working works retired married
    school teacher happy information explained discussed agreed advice advised plan consent signed written family
    bonjour merci docteur confrere cher chere madame monsieur consultation service hopital adresse recevoir
    cordialement confraternellement suivi lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars
    avril juillet septembre octobre novembre decembre aujourd matin soir parents ecole travail retraite marie
    consentement signe information accord explique sortie entree compte rendu urgence urgences generale medecin
    traitant service general report details notes clinical history findings summary stable normal normale there
    their about would could should which these those after before while other again still being`,
  ),
)
