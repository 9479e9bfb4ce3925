import type { Words } from '../shape/shape.ts'

/** Words of the auditor's page: the trail of what was done with people's records. */
export const trailFr: Words['trail'] = {
  title: 'Piste d’audit',
  lead: 'Chaque acte sur un enregistrement, dans l’ordre où il a eu lieu. Aucune ligne n’est jamais modifiée ni supprimée.',
  whole: (lines, anchored) =>
    `La piste est telle qu’elle a été écrite : ${lines} lignes, ancrées hors de la base jusqu’à la ligne ${anchored}.`,
  broken: (seq, from) =>
    `La piste n’est pas telle qu’elle a été écrite. La première ligne fausse est la ${seq} ; ce qui a été fait peut commencer à la ligne ${from}.`,
  brokenWhat: 'Constat (tel que le programme le dit) :',
  unchecked: 'On n’a pas vérifié à l’instant si la piste est telle qu’elle a été écrite.',
  check: 'Vérifier toutes les lignes maintenant',
  verify:
    'La même chose se vérifie par « trialway audit verify » et, depuis un export, sur toute autre machine par « scripts/verify-trail.ts ».',
  account: 'Compte',
  accountHint: 'Son identifiant, tel qu’il figure dans une ligne',
  action: 'Acte',
  anyAction: 'Tous les actes',
  subject: 'Objet',
  subjectHint: 'Par exemple enquiry, ou l’objet entier',
  day: 'Jour (UTC)',
  dayHint: 'Sous la forme 2026-11-29',
  button: 'Montrer',
  all: 'Montrer toutes les lignes',
  badFilter: 'L’un de ces critères ne peut pas être lu, il a été laissé de côté.',
  none: 'Aucune ligne n’est ainsi.',
  count: (lines) => `${lines} lignes`,
  csv: 'Ces lignes en tableau (CSV)',
  csvMost: (most) => `Au plus ${most} lignes, les plus récentes.`,
  caption: 'Les lignes, la plus récente d’abord',
  columns: {
    seq: 'Ligne',
    at: 'Quand (UTC)',
    who: 'Qui',
    role: 'Rôle',
    action: 'Quoi',
    subject: 'Sur quoi',
    before: 'Avant',
    after: 'Après',
    why: 'Pourquoi',
    more: 'Autre',
    text: 'Texte',
    hash: 'Empreinte',
  },
  actors: { person: 'une personne', operator: 'le gestionnaire', system: 'le programme' },
  erased: '(effacé avec la personne)',
}
