import { counter } from '../language/plural.ts'
import type { Words } from '../shape/shape.ts'

const count = counter('fr')

/** What the command line says besides what a protocol says of a participant, in French. */
export const explainFr: Words['explain'] = {
  parts: {
    version: 'Version',
    eligibility: 'Critères',
    nextDose: 'Prochaine dose',
    doses: 'Doses données',
    questions: 'Questions à une personne',
    visits: 'Visites',
    endpoints: 'Critères de jugement',
    sets: 'Populations d’analyse',
    safety: 'Événements indésirables',
    deviations: 'Écarts',
    notes: 'Remarques',
    setAside: 'Faits non utilisés',
    settings: 'Fixé par l’opérateur',
  },
  effective: (site, from) => `En vigueur pour ${site} à partir du ${from}.`,
  everySite: 'tous les sites',
  title: (study, version) => `${study}, version ${version}`,
  participant: (name, facts, at) =>
    `${name === undefined ? 'Participant' : `Participant ${name}`} : ${count(facts, { one: 'fait', other: 'faits' })}, au ${at}`,
  changes: (study, from, to) =>
    `${study} : résumé des changements de la version ${from} à la version ${to}`,
  checked: (file, study, version, nodes) =>
    `${file} : ${study}, version ${version} : aucune erreur trouvée. Ses règles : ${nodes.stated} écrites, ${nodes.inferred} déduites, ${nodes.silent} non dites.`,
  was: 'Avant',
  is: 'Après',
  noDose: 'Cette version ne prévoit pas de dose pour cette personne maintenant.',
  why: 'Pourquoi',
  option: (number) => `Lecture ${number}`,
  rule: 'Règle',
  asks: 'Question',
  waits: 'une décision attend',
  source: (words, place) => `« ${words} » (${place})`,
  onlyAdvice: 'Ceci est un conseil. L’investigateur décide et signe.',
  files: {
    reading: 'Lecture des faits',
    severalPeople: (file, names) =>
      `${file} contient les faits d’au moins ${names.length} participants. Nommez-en un avec --participant : ${names.slice(0, 20).join(', ')}${names.length > 20 ? ', …' : ''}`,
    noFact: (file) => `Il n’y a aucun fait dans ${file}.`,
    noParticipant: (file) =>
      `${file} ne nomme aucun participant. Écrivez « participant » à chaque ligne.`,
    nobody: (file, name) => `Il n’y a aucun fait du participant ${name} dans ${file}.`,
    moreLines: (lines) =>
      `Et ${count(lines, { one: 'autre ligne', other: 'autres lignes' })} avec une erreur.`,
    nothingUsed: 'Rien n’a été calculé : un fait illisible peut être celui qui compte.',
  },
}
