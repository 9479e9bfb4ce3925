import type { Words } from '../shape/shape.ts'

/** Ce qui entoure chaque page d’un participant. */
export const participantsFr: Words['participants'] = {
  nav: 'Participant',
  study: 'Étude',
  tabs: { today: 'Aujourd’hui', participants: 'Participants' },
  parts: {
    now: 'Maintenant',
    record: 'Noter',
    dose: 'Dose',
    screening: 'Sélection',
    consent: 'Consentement',
    withdrawal: 'Retrait',
    events: 'Événements',
    queries: 'Questions',
    source: 'Contrôle à la source',
    deviations: 'Écarts',
    dates: 'Dates',
    history: 'Historique',
    signature: 'Signature',
    identity: 'Qui est-ce',
  },
  partsOf: (number) => `Pages du participant ${number}`,
  age: {
    years: (n) => (n < 2 ? `${n} an` : `${n} ans`),
    months: (n) => `${n} mois`,
    days: (n) => (n < 2 ? `${n} jour` : `${n} jours`),
    about: (least, most) => `${least} à ${most}`,
    unknown: 'âge non noté',
  },
  weight: (value, day) => `${value} le ${day}`,
  noWeight: 'poids non noté',
  madeUp: 'Cette personne est inventée.',
  locked: {
    frozen:
      'Les données sont gelées pour une relecture. Rien ne peut être noté tant qu’elles ne sont pas rouvertes.',
    locked: 'Les données sont verrouillées. Plus rien ne peut être noté.',
  },
  gone: {
    title: 'Ce participant n’est pas ici',
    text: 'L’adresse est peut-être fausse, ou ce participant est suivi dans un autre centre.',
    back: 'Vers les participants',
  },
}
