import type { Words } from '../shape/shape.ts'

/** Un participant sur un seul écran : que faire maintenant, et pourquoi. */
export const participantPageFr: Words['participantPage'] = {
  title: 'Maintenant',
  recorded: 'C’est noté.',
  quick: 'Noter',
  quickOf: (name) => `Noter : ${name}`,
  visitOf: (name) => `Noter ${name}`,
  dose: {
    title: 'Prochaine dose',
    none: 'Cette version ne prévoit plus de dose.',
    record: 'Donner ou noter une dose',
  },
  due: {
    title: 'À faire maintenant',
    none: 'Aucune visite n’est à faire maintenant.',
    held: 'Une dose attend une réponse : ce qui manque est écrit plus haut.',
    give: 'Une dose est à donner : la quantité est écrite plus haut.',
    next: 'Ce qui vient ensuite',
  },
  curve: {
    title: 'Température, doses et paliers',
    none: 'Aucune température n’est encore notée.',
    label: (readings, doses) =>
      `Courbe de température : ${readings} ; au-dessus les doses et leurs paliers : ${doses}. La même chose est dans le tableau ci-dessous.`,
    readings: (n) => (n < 2 ? `${n} mesure` : `${n} mesures`),
    doses: (n) => (n < 2 ? `${n} dose` : `${n} doses`),
    table: 'La même chose en tableau',
    when: 'Quand',
    what: 'Quoi',
    value: 'Valeur',
    dose: (number) => `Dose ${number}`,
    noLevel: 'sans palier',
  },
  questions: {
    title: 'Questions auxquelles répondre',
    queries: (open, answered) =>
      `Questions posées par des personnes : ${open} sans réponse, ${answered} avec réponse et non closes`,
    none: 'Il n’y a pas de question.',
    answer: 'Le noter',
    look: 'La regarder',
    more: (n) => (n < 2 ? `${n} autre question` : `${n} autres questions`),
  },
  deviations: { title: 'Écarts', none: 'Il n’y en a pas.' },
  safety: { title: 'Délais de sécurité', none: 'Aucun événement n’est noté.' },
  eligibility: {
    title: 'Éligibilité',
    signed: (at, who) => `Signé par un investigateur : ${at}, ${who}.`,
    sign: 'Signature',
    criteria: 'Tous les critères',
    unsigned: 'Aucune signature d’investigateur n’est valable. Rien n’est donné avant.',
  },
  consent: {
    title: 'Consentement',
    none: 'Aucun consentement n’est noté.',
    withdrawn: 'Retiré :',
    see: 'Consentement et retrait',
  },
  version: { title: 'Version en vigueur' },
  history: { title: 'Noté en dernier', none: 'Rien n’est encore noté.', all: 'Tout voir' },
}
