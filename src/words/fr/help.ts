import type { Words } from '../shape/shape.ts'

/** How search works, in French. */
export const helpFr: Words['help'] = {
  title: 'Comment chercher',
  description:
    'Comment marche la recherche, comment écrire une recherche exacte, comment emporter les listes.',
  plain: {
    title: 'Avec des mots simples',
    lines: [
      'Tapez ce que vous diriez à un ami : « enfant avec la maladie de Kawasaki ». Les petits mots, les majuscules et les accents ne comptent pas.',
      'Nous connaissons d’autres noms de maladies et leurs formes. « Heart attack » trouve aussi « myocardial infarction ». Les fiches sont en anglais : un mot anglais trouve souvent plus. Chaque étude dit pourquoi vous la voyez.',
      'Si un mot n’est dans aucune fiche, nous essayons l’orthographe la plus proche et le disons. Vous pouvez revenir à la vôtre.',
      'Un lieu est une ville, un code postal ou un point comme 48.81,2.35. Ajoutez le pays si le nom est courant : « Paris, Texas ».',
      'Un âge est 34, 2 ans, 8 mois, 6 semaines ou 10 jours. Nous écartons les études dont les limites d’âge l’excluent. Si la longueur des mois laisse un doute, l’étude est montrée.',
    ],
  },
  exact: {
    title: 'Une recherche exacte',
    lead: 'Ces signes marchent dans tous les champs. AND, OR et NOT s’écrivent en majuscules.',
    sign: 'Vous écrivez',
    does: 'Cela trouve les études avec',
    rows: [
      ['kawasaki anakinra', 'les deux mots (AND est compris)'],
      ['anakinra OR infliximab', 'l’un ou l’autre mot'],
      ['kawasaki NOT adult', 'le premier mot, sans le second'],
      ['kawasaki -adult', 'la même chose, plus court'],
      ['"coronary aneurysm"', 'les mots côte à côte'],
      ['immunoglob*', 'les mots qui commencent ainsi ; trois lettres au moins'],
      ['(anakinra OR infliximab) kawasaki', 'les parenthèses d’abord'],
      ['NCT02390596', 'l’étude qui porte ce numéro'],
      [
        'EudraCT 2014-002715-41',
        'l’étude qui porte ce numéro dans un autre registre ou chez son promoteur',
      ],
    ],
    note: 'Ce qui ne peut pas être lu comme une formule est cherché comme de simples mots, et la page le dit. Une recherche de plus de deux secondes est arrêtée.',
  },
  address: {
    title: 'Des adresses à écrire vous-même',
    lead: 'Une recherche est son adresse : vous pouvez la garder, la partager ou l’écrire. Les listes peuvent être répétées.',
    name: 'Nom',
    meaning: 'Ce qu’il contient',
    rows: [
      ['q', 'des mots partout, sauf dans les conditions pour participer'],
      ['cond, intr, title, spons', 'des mots dans les maladies, traitements, titres, promoteurs'],
      ['elig', 'des mots dans les conditions pour participer'],
      ['near, within', 'un lieu ; une distance comme 25km ou 10mi'],
      ['age, sex', '2y ou 2 ans, 8mo, 6w, 10d ; female ou male'],
      ['status, phase, type, class', 'les valeurs du registre, comme RECRUITING ou PHASE2'],
      ['category, country', 'un domaine de la médecine ; le code à deux lettres d’un pays'],
      ['results, healthy', 'with (avec) ou without (sans) ; yes (oui)'],
      ['masking', 'open (tous savent qui reçoit quel traitement) ou blind (en aveugle)'],
      ['contact', 'yes (oui), pour les études qui indiquent un contact et ne sont pas finies'],
      ['updated', 'changée depuis moins de 30d, 6mo ou 1y'],
      ['tree', 'un numéro de l’arbre des maladies du MeSH, comme C14.907 : elle et ses formes'],
      ['sort', 'best, nearest, newest ou updated'],
      ['page, size', 'de 1 à 500 ; études par page, de 1 à 100'],
      ['exact', '1 pour ne pas corriger l’orthographe'],
      ['unfit', 'show, pour voir et marquer les études qui ne sont pas pour cet âge ou ce sexe'],
      ['view', 'print, pour une page à imprimer'],
    ],
  },
  lists: {
    title: 'Emporter une liste',
    lines: [
      '/search.json donne une page de résultats en données. /search.csv donne jusqu’à 1 000 études en tableur, en UTF-8.',
      'La dernière ligne du tableur nomme la source et les jours où le registre a traité les fiches. Gardez-la avec la liste.',
      'Les cases qu’un tableur lancerait comme une formule commencent par une apostrophe.',
    ],
  },
}
