import { counter } from '../language/plural.ts'
import type { Words } from '../shape/shape.ts'
import { de } from './elision.ts'

const count = counter('fr')
const studies = { one: 'étude', many: 'd’études', other: 'études' }
const openStudies = { one: 'étude ouverte', many: 'd’études ouvertes', other: 'études ouvertes' }

/** Words of the page of results, in French. */
export const resultsFr: Words['results'] = {
  skip: 'Aller aux résultats',
  change: 'Modifier',
  everything: 'Toutes les études',
  where: {
    near: (place) => `près ${ofTown(place)}`,
    within: (place, distance) => `à moins de ${distance} ${ofTown(place)}`,
    inArea: (place) => `(${place})`,
  },
  sex: { FEMALE: 'sexe féminin', MALE: 'sexe masculin' },
  heading: {
    open: (n, what, where) => sentence(count(n, openStudies), where, what),
    doubt: (what, where) => sentence('Aucune étude sûrement ouverte', where, what),
    none: (what, where) => sentence('Aucune étude ouverte', where, what),
    all: (n, what, where) =>
      sentence(n === 0 ? 'Aucune étude trouvée' : count(n, studies), where, what),
  },
  doubtOnly: (n) =>
    n === 1
      ? 'Une étude dit chercher des participants. Son équipe ne l’a pas confirmé depuis deux ans ou plus.'
      : `${count(n, studies)} disent chercher des participants. Leurs équipes ne l’ont pas confirmé depuis deux ans ou plus.`,
  doubtToo: (n) =>
    n === 1
      ? 'Une autre le dit aussi, mais son équipe ne l’a pas confirmé depuis deux ans ou plus. Elle vient à la fin.'
      : `${new Intl.NumberFormat('fr').format(n)} autres le disent aussi, mais leurs équipes ne l’ont pas confirmé depuis deux ans ou plus. Elles viennent à la fin.`,
  restTitle: (n) =>
    n === 1
      ? 'Une étude ne prend personne en ce moment\u00a0:'
      : `${count(n, studies)} ne prennent personne en ce moment\u00a0:`,
  rest: {
    full: (n) => `${n} en cours et ${n === 1 ? 'complète' : 'complètes'}`,
    finished: (n) => `${n} ${n === 1 ? 'terminée' : 'terminées'}`,
    stopped: (n) => `${n} ${n === 1 ? 'arrêtée' : 'arrêtées'} avant la fin`,
    paused: (n) => `${n} en pause`,
    invitation: (n) => `${n} sur invitation seulement`,
    unknown: (n) => `${n} dont on ne sait pas`,
    elsewhere: (n) => `${n} ${n === 1 ? 'ouverte' : 'ouvertes'} seulement ailleurs`,
  },
  showAll: (n) => `Tout montrer (${n})`,
  shown: 'Ce qui est montré',
  open: 'Ouvertes',
  openOrDoubt: 'Ouvertes et à confirmer',
  all: 'Toutes',
  openOnly: 'Études ouvertes seulement',
  filters: 'Filtres',
  atOnce: 'À chaque choix, la liste est refaite aussitôt.',
  show: (n) => `Montrer ${count(n, studies)}`,
  remove: (name) => `Enlever\u00a0: ${name}`,
  clear: 'Enlever tous les filtres',
  nearChip: (place) => `Près ${ofTown(place)}`,
  chosenOnes: 'choisis',
  understood: 'Lu\u00a0: {names}',
  leftAside: 'Seulement pour l’ordre\u00a0:',
  unread: 'Non lu\u00a0:',
  sorted: 'Classées par',
  sorts: {
    best: 'pertinence',
    nearest: 'distance',
    newest: 'date',
    updated: 'dernière mise à jour',
  },
  list: 'Résultats',
  toConfirm: 'À confirmer',
  straight: (place) =>
    `Les distances sont à vol d’oiseau depuis ${place}, aussi exactes que la fiche le permet.`,
  inMiles: 'Montrer en miles',
  inKm: 'Montrer en kilomètres',
  tellMe: 'Me prévenir s’il s’en ouvre une',
  next: {
    title: 'Que faire maintenant',
    steps: [
      'Montrez ces études à votre médecin. Il sait souvent ce qui est ouvert.',
      'Demandez à une équipe «\u202fà confirmer\u202f» avant tout voyage.',
      'Laissez une adresse\u00a0: un courriel part le jour où une étude s’ouvre.',
    ],
  },
  card: {
    notConfirmedSince: (date) => `pas confirmé depuis ${date}`,
    fits: (age) => `${age} convient`,
    unsure: (age) => `demandez si ${age} convient`,
    groupFits: 'cet âge convient',
    groupUnsure: 'convient à une partie de cet âge',
    whoFits: '{who}\u00a0: {fits}',
    stage: (stage, compared) => `${stage}\u00a0: ${compared}`,
    anySex: 'tous les sexes',
    onlyWomen: 'femmes et filles seulement',
    onlyMen: 'hommes et garçons seulement',
    sexNotSaid: 'sexe non précisé',
    compared: {
      PLACEBO_COMPARATOR: 'comparé à un placebo',
      SHAM_COMPARATOR: 'comparé à un faux traitement',
      ACTIVE_COMPARATOR: 'comparé à un autre traitement',
      NO_INTERVENTION: 'comparé à aucun traitement de l’étude',
    },
    byChance: 'au hasard',
    results: 'Des résultats sont publiés',
    noSites: 'La fiche ne nomme aucun centre',
    inArea: 'dans la zone choisie',
  },
}

function sentence(answer: string, where: string, what: string): string {
  const first = [answer, where].filter(Boolean).join(' ')
  return what === '' ? first : `${first}\u00a0: ${what}`
}

/** "de Lyon", "d’Orléans", "du Mans", "des Ulis". */
function ofTown(name: string): string {
  if (name.startsWith('Le ')) return `du ${name.slice(3)}`
  return name.startsWith('Les ') ? `des ${name.slice(4)}` : de(name)
}
