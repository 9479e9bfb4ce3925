import { counter } from '../language/plural.ts'
import type { Words } from '../shape/shape.ts'

const count = counter('fr')

/** Words of the pages of protocols, in French. */
export const protocolFr: Words['protocol'] = {
  link: 'Protocoles en données',
  list: {
    title: 'Protocoles en données',
    lead: 'Un protocole dit qui peut participer, quand venir, quelle dose donner et ce qui compte comme un succès. Il est écrit ici pour qu’un programme puisse le suivre, et pour que vous puissiez le vérifier mot à mot avec la source.',
    versions: (amount) => count(amount, { one: 'version', other: 'versions' }),
    none: 'Aucun protocole n’est encore fourni avec ce service.',
    open: 'Voir le protocole',
    newest: 'la plus récente',
  },
  studyLink: 'Le protocole de cette étude, règle par règle',
  notAdvice:
    'Cette page montre ce que disent les sources. Ce n’est pas un avis médical, et elle ne remplace pas l’équipe de l’étude.',
  study: 'L’étude',
  versionLabel: 'Version',
  versionsTitle: 'Versions de ce protocole',
  shown: 'montrée ici',
  dated: (date) => `datée de ${date}`,
  inForce: (site, from) => `${site} à partir du ${from}`,
  everySite: 'Tous les centres',
  changesLink: 'Ce qui a changé entre les versions',
  tryLink: 'Essayer avec une personne inventée',
  data: 'Cette version en données (JSON)',
  schema: 'Schéma JSON des protocoles',
  sections: {
    label: 'Parties de cette page',
    sources: 'Sources',
    eligibility: 'Qui peut participer',
    schedule: 'Visites',
    dosing: 'Doses',
    endpoints: 'Ce qui compte comme un succès',
    silent: 'Ce qui n’est pas dit',
    terms: 'Mots et moments',
    settings: 'Réglé par l’exploitant',
  },
  status: {
    title: 'Ce qui est sûr, et ce qui l’est moins',
    counts: {
      stated: (amount) => count(amount, { one: 'ligne', other: 'lignes' }),
      inferred: (amount) => count(amount, { one: 'ligne', other: 'lignes' }),
      silent: (amount) => count(amount, { one: 'ligne', other: 'lignes' }),
    },
    because: 'Pourquoi :',
    asked: 'On demande à une personne :',
  },
  words: {
    source: 'Dans la source',
    reading: 'Comment on le lit',
    noWords: 'La source n’a pas de mots à ce sujet.',
    from: (place, title) => `${place}, ${title}`,
    standards: 'Dans les standards :',
    note: 'Remarque :',
  },
  sources: {
    lead: 'Chaque ligne ci-dessous cite l’une d’elles, sans rien y changer.',
    dated: (date) => `Datée de ${date}.`,
    credit: (credit) => `Crédit : ${credit}`,
    notes: 'Bon à savoir',
  },
  eligibility: {
    inclusion: 'Ce qui doit être le cas',
    exclusion: 'Ce qui ne doit pas être le cas',
    none: 'Cette version ne donne pas de critères.',
  },
  schedule: {
    picture: (anchor) => `Quand les choses ont lieu, compté depuis : ${anchor}`,
    pictureText: 'Le tableau ci-dessous dit la même chose en mots.',
    day: 'Jour',
    table: 'Les visites en tableau',
    columns: { visit: 'Visite', when: 'Quand', window: 'Écart permis', record: 'À noter' },
    window: (early, late) => `de ${early} avant à ${late} après`,
    noWindow: 'non dit',
    doses: (name) => `Doses : ${name}`,
    looked: 'la dose est réexaminée',
    key: {
      visit: 'visite',
      window: 'fenêtre d’une visite',
      doses: 'jours avec des doses',
      looked: 'la dose peut changer ici',
    },
    notPlaced: 'Nommé par la source, mais sans jour : ',
    none: 'Cette version ne donne pas de visites.',
  },
  dosing: {
    ladder: (name) => `Échelle des doses : ${name}`,
    ladderText: (levels) =>
      `Du palier le plus bas au plus haut : ${levels}. Les numéros des flèches sont ceux de la liste ci-dessous.`,
    ceiling: (amount) => `Le plus haut : ${amount}. Aucun palier au-dessus.`,
    start: 'première dose',
    asks: 'demande',
    steps: 'Étapes',
    startsAndSteps: 'Où l’on commence, et comment la dose change',
    rules: 'Autres règles de la dose',
    none: 'Cette version ne donne pas de doses.',
  },
  endpoints: {
    none: 'Cette version ne donne pas de critères de jugement.',
    sets: 'Qui est compté',
  },
  silent: {
    lead: (amount) =>
      `La source ne dit rien sur ${count(amount, { one: 'point important', other: 'points importants' })}. Rien n’est complété : on demande à une personne.`,
    none: 'La source ne manque de rien dont cette version a besoin.',
    noQuestion: 'C’est montré, et rien n’est demandé.',
  },
  settings: {
    lead: 'Un exploitant peut fixer ce que la source laisse ouvert. C’est son choix, jamais celui du protocole.',
    none: 'Personne n’a rien réglé : quand la source est muette, on demande à une personne.',
  },
  changes: {
    title: (study) => `Ce qui a changé : ${study}`,
    heading: 'Résumé des changements',
    lead: (older, newer) => `De « ${older} » à « ${newer} ».`,
    from: 'De',
    to: 'À',
    show: 'Comparer',
    back: 'Retour au protocole',
    columns: { what: 'Quoi', older: 'Anciens mots', newer: 'Nouveaux mots' },
    counts: (added, removed, changed) =>
      `${count(changed, { one: 'ligne modifiée', other: 'lignes modifiées' })}, ${count(added, { one: 'nouvelle', other: 'nouvelles' })}, ${count(removed, { one: 'supprimée', other: 'supprimées' })}.`,
    one: 'Il n’y a qu’une version : rien à comparer.',
    readAs: 'Lu ainsi :',
    notThere: 'pas dans cette version',
  },
}
