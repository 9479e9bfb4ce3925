import type { Words } from '../shape/shape.ts'

/** Words of the page that makes a study's report of a file of facts, in French. */
export const reportPageFr: Words['reportPage'] = {
  link: 'Le rapport de cette étude',
  title: (study) => `Rapport de l’étude ${study}`,
  lead: 'Tableaux, figures et listes d’une étude selon une version nommée de son protocole. Chaque nombre ouvre les lignes qui sont derrière.',
  demonstration: 'Voir le rapport de seize enfants inventés',
  invented:
    'Ils sont inventés : ces enfants n’existent pas. Leurs nombres sont fixés à ceux qui sont publiés.',
  own: 'Un fichier à vous',
  kept: 'Le fichier est lu en mémoire, pour vous répondre. Rien n’en est gardé ni noté. Utilisez seulement des pseudonymes : jamais un nom.',
  file: 'Un fichier de faits',
  fileHint:
    'Un fait par ligne (NDJSON), chacun avec son participant. Au plus 2 Mo et 6 000 faits ; au-delà, utilisez la ligne de commande : trialway report.',
  version: 'Rapport selon cette version',
  beside: 'À côté, une autre version',
  besideNone: 'aucune',
  submit: 'Faire le rapport',
  back: 'Retour au protocole',
  problems: {
    noFile: 'Choisissez un fichier de faits.',
    nobody: 'Le fichier ne nomme aucun participant. Écrivez « participant » à chaque ligne.',
    slow: 'Le rapport prenait trop de temps : il a été arrêté. Utilisez la ligne de commande : trialway report.',
    tooLarge: 'Le fichier dépasse 2 Mo. Utilisez la ligne de commande : trialway report.',
  },
}
