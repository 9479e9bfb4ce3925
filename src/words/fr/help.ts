import type { Words } from '../shape/shape.ts'

/** How search works, in French. */
export const helpFr: Words['help'] = {
  title: 'Comment chercher',
  description:
    'Comment marche la recherche, comment écrire une recherche exacte, comment emporter les listes.',
  plain: {
    title: 'Avec des mots simples',
    lines: [
      'Tapez ce que vous diriez à un ami : « mon bébé a la maladie de Kawasaki, près de Paris ». Les petits mots, les majuscules et les accents ne comptent pas.',
      'Dans une phrase, nous cherchons la maladie, le médicament, le stade, l’âge et le lieu. Les autres mots changent seulement l’ordre. Nous disons ce que nous avons compris ; vous pouvez enlever ou exiger chaque partie.',
      'Nous connaissons d’autres noms de maladies et leurs formes. « Heart attack » trouve aussi « myocardial infarction ». Les fiches sont en anglais : un mot anglais trouve souvent plus. Chaque étude dit pourquoi vous la voyez.',
      'Si un mot n’est dans aucune fiche, nous essayons l’orthographe la plus proche et le disons. Vous pouvez revenir à la vôtre.',
      'Un lieu est une ville, un code postal, une zone comme 93 ou Bretagne, ou un point comme 48.81,2.35. Ajoutez le pays si le nom est courant : « Paris, Texas ».',
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
  searched: {
    title: 'Où nous cherchons',
    lead: 'Le champ principal cherche dans ces parties d’une fiche :',
    last: 'S’il n’y trouve rien, et alors seulement, il cherche dans ces longs textes. La page le dit :',
    fields: {
      id: 'ses numéros : NCT, ceux d’autres registres, celui de son promoteur',
      acronym: 'son nom court',
      briefTitle: 'son titre',
      officialTitle: 'son titre complet',
      condition: 'les maladies qu’elle cite',
      keyword: 'ses mots-clés',
      conditionMesh: 'tous les termes MeSH que le registre donne à ses maladies',
      intervention:
        'ses traitements, leurs autres noms, et tous les termes MeSH que le registre leur donne',
      arm: 'ce que chaque groupe reçoit',
      summary: 'son résumé court',
      primaryOutcome: 'ce qu’elle mesure d’abord',
      otherOutcome: 'ce qu’elle mesure aussi',
      sponsor: 'qui la mène ou la paie',
      site: 'ses sites : leurs noms, villes et pays',
      people: 'les personnes qui la dirigent ou répondent aux questions',
      design: 'son genre, sa phase et sa méthode',
    },
    longTexts: {
      eligibility: 'les conditions pour participer, et qui est étudié',
      description: 'sa longue description',
    },
  },
  address: {
    title: 'Des adresses à écrire vous-même',
    lead: 'Une recherche est son adresse : vous pouvez la garder, la partager ou l’écrire. Les listes peuvent être répétées.',
    name: 'Nom',
    meaning: 'Ce qu’il contient',
    rows: [
      ['q', 'des mots partout ; dans les longs textes seulement si rien d’autre n’est trouvé'],
      ['cond, intr, title, spons', 'des mots dans les maladies, traitements, titres, promoteurs'],
      ['elig', 'des mots dans les conditions pour participer'],
      ['near, within', 'un lieu ; une distance comme 25km ou 10mi'],
      ['age, sex', '2y ou 2 ans, 8mo, 6w, 10d ; female ou male'],
      ['status, phase, type, class', 'les valeurs du registre, comme RECRUITING ou PHASE2'],
      [
        'status=open, status=all',
        'ce que l’on peut rejoindre maintenant ou bientôt ; tout, comme sans lui',
      ],
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
      [
        'units',
        'km ou mi : l’unité des distances sur les pages. Sans elle, celle du pays où l’on cherche',
      ],
      ['view', 'print, pour une page à imprimer'],
    ],
  },
  protocols: {
    title: 'Le protocole d’une étude',
    lines: [
      'Pour quelques études, le protocole est ici en données : qui peut participer, les visites, les doses, et ce qui compte comme un succès. Chaque ligne est à côté des mots de la source.',
      'Vous pouvez l’essayer avec une personne inventée. La page montre chaque dose avec chaque étape du calcul. Elle ne conseille personne.',
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
