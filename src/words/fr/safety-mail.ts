import type { SafetyMailWords } from '../shape/safety-mail-shape.ts'

/** What mails about a clock of safety say, in French. */
export const safetyMailFr: SafetyMailWords = {
  title: 'Un délai de sécurité',
  subjects: {
    begun: (study) => `${study} : un délai de sécurité a commencé`,
    half: (study) => `${study} : la moitié d’un délai de sécurité est passée`,
    last: (study) => `${study} : un délai de sécurité finit aujourd’hui`,
    over: (study) => `${study} : un délai de sécurité est dépassé`,
  },
  texts: {
    begun: (site, by) =>
      `Quelque chose est à déclarer pour ${site}. Le délai court jusqu’au ${by}.`,
    half: (site, by) =>
      `La moitié du temps pour déclarer quelque chose pour ${site} est passée. Le délai court jusqu’au ${by}.`,
    last: (site, by) =>
      `C’est le dernier jour pour déclarer quelque chose pour ${site}. Le délai court jusqu’au ${by}.`,
    over: (site, by) =>
      `Quelque chose était à déclarer pour ${site} jusqu’au ${by}, et personne n’a noté que c’était fait.`,
  },
  unblinded: {
    title: 'Un traitement a été ouvert en urgence',
    subject: (study) => `${study} : un traitement a été ouvert en urgence`,
    text: (site) =>
      `Un investigateur de ${site} a ouvert le traitement d’un participant, à cause d’un danger. Qui, quand et pourquoi : c’est dans l’historique du participant.`,
  },
  button: 'L’ouvrir sur votre bureau',
  limits:
    'Ce dont il s’agit est sur votre bureau, et pas dans ce message. Connectez-vous pour le lire.',
}
