import { counter } from '../language/plural.ts'
import type { Words } from '../shape/shape.ts'

const count = counter('fr')

/** Words of the page that matches a note or a record, in French. */
export const matchFr: Words['match'] = {
  link: 'Comparer un dossier',
  title: 'Comparer un dossier aux études',
  intro:
    'Pour les soignants. Collez un compte rendu en français ou en anglais, ou un « Bundle » FHIR. Vous obtenez des études, de la plus proche à la moins proche, avec la phrase qui l’explique.',
  languages:
    'Le compte rendu doit être en français ou en anglais. Les autres langues ne sont pas encore lues.',
  privacy:
    'Le texte est lu une fois, pour vous répondre. Il n’est ni gardé ni noté dans un journal. Enlevez quand même les noms, les adresses et les numéros de la personne.',
  rules:
    'Des règles fixes lisent le texte : pas de modèle, pas d’autre service. Elles peuvent se tromper. Vérifiez ce qui a été lu.',
  onlyTeam: 'Seule l’équipe de l’étude décide qui peut participer.',
  note: 'Compte rendu ou Bundle FHIR',
  noteHint:
    'Un mégaoctet au plus. D’un long compte rendu, les 200 000 premiers signes sont lus : environ soixante-dix pages.',
  file: 'Ou un fichier (texte ou JSON)',
  onlyOpen: 'Seulement les études qui cherchent des participants',
  submit: 'Trouver des études',
  problems: {
    empty: 'Collez un compte rendu ou un Bundle FHIR, ou choisissez un fichier.',
    notText:
      'Ce fichier n’est pas du texte. Enregistrez-le en texte simple ou en JSON, ou collez ses mots.',
    notForm: 'Ce qui a été envoyé n’a pas pu être lu. Merci de coller le texte ici.',
    bundle: {
      intro: 'Ceci n’a pas pu être lu comme un Bundle FHIR :',
      leftOut: 'Ce qui n’a pas été lu',
      named: (names) => `\u00a0: ${names}`,
      times: (amount) => `(${amount} fois)`,
      kinds: {
        notJson: 'Ce n’est pas du JSON. Il faut un Bundle FHIR entier',
        notRecord: 'Ce n’est pas un Bundle FHIR : il n’a pas de resourceType',
        notBundle:
          'C’est une seule ressource FHIR, pas un Bundle. Mettez-la dans un Bundle avec le Patient',
        notList: 'Les entrées de ce Bundle ne sont pas une liste de ressources',
        empty: 'Le Bundle est vide. Il faut un Patient et ce que l’on sait',
        severalPeople:
          'Le Bundle contient plusieurs Patients et ne dit pas lequel. Donnez une personne à la fois',
        noPatient: 'Il n’y a pas de Patient : l’âge et le sexe ne sont pas connus',
        otherPeople: 'Il y a plusieurs Patients. Seul ce qui est dit de celui-ci a été lu',
        whose: 'Cela parle de quelqu’un d’autre, ou ne dit pas de qui : laissé de côté',
        birthDate:
          'La date de naissance n’est pas lisible, ou elle est dans le futur : l’âge n’est pas connu',
        tooMany: 'Il y en avait trop : le reste n’a pas été lu',
        morePages: 'C’est une page parmi plusieurs. Les pages suivantes n’ont pas été lues',
        shape: 'Cela n’a pas la forme que FHIR demande : laissé de côté',
        modifier: 'Une marque inconnue ici peut en changer le sens : laissé de côté',
        reference: 'Cela renvoie à une chose qui n’est pas là',
        code: 'Un code sans mots n’est pas connu ici',
        disease: 'Cette maladie n’est pas dans notre liste. Seuls ses mots comptent',
        medicine: 'Ce médicament n’est pas dans notre liste. Seuls ses mots comptent',
        measure: 'Les valeurs de cette sorte ne sont pas lues',
        unit: 'L’unité manque ou n’est pas connue : la valeur n’est comparée à rien',
        value: 'La valeur n’est pas un nombre : elle n’est comparée à rien',
        status: 'Le statut manque ou n’est pas connu : c’est peut-être vrai, peut-être pas',
        date: 'La date n’est pas possible : elle n’a pas servi',
        conflict: 'Deux mentions du même moment se contredisent : aucune n’a servi',
        old: 'Cela a été dit il y a trop longtemps pour compter aujourd’hui',
        type: 'Les ressources de ce type ne sont pas lues',
        narrative: 'Il n’y a que du texte libre, qui n’est pas lu',
        nothing: 'Cela ne dit pas de quoi il s’agit',
        more: 'D’autres choses n’ont pas été lues',
      },
    },
  },
  tooLarge: {
    title: 'C’est trop de texte',
    text: 'Un compte rendu ou un Bundle peut faire un mégaoctet. Rien n’a été gardé. Envoyez la dernière lettre, ou un Bundle plus petit.',
    again: 'Recommencer',
  },
  slow: {
    title: 'Cela a pris trop de temps',
    text: 'Notre ordinateur est peut-être très occupé, ou le texte est très long. Nous avons arrêté, et rien gardé. Revenez en arrière avec votre navigateur : votre texte devrait encore être dans sa case. Envoyez-le encore une fois. Si cette page revient, envoyez seulement la dernière lettre.',
  },
  result: {
    title: 'Des études pour ce dossier',
    read: 'Ce qui a été lu',
    languages: 'Seuls le français et l’anglais sont lus.',
    notUnderstood: (amount) =>
      amount === 1
        ? 'Une phrase n’a pas été comprise'
        : `${amount} phrases n’ont pas été comprises`,
    notUnderstoodHint:
      'Ce qu’elles disent ne compte pas ici. Une règle qu’elles peuvent toucher n’est « pas connue ».',
    inArea: (area) =>
      `Pour chaque étude, nous nommons un centre dans ${area}, s’il y en a un. Tapez une ville ou un code postal pour voir des distances.`,
    area: 'Dans cette zone',
    notInArea: 'Aucun centre',
    placeTooWide: (place) =>
      `${place} est trop vaste pour mesurer des distances. Écrivez une ville ou un code postal.`,
    readHint: 'Si quelque chose est faux ou manque ici, la liste l’est aussi.',
    age: 'Âge',
    sex: 'Sexe',
    female: 'Féminin',
    male: 'Masculin',
    present: 'A ou a eu',
    absent: 'N’a pas',
    measures: 'Valeurs',
    treatments: 'Traitements',
    allergies: 'Allergies',
    unread: (amount) =>
      `C’est un long texte. Nous n’avons lu que le début : les ${amount} derniers signes (ou entrées d’un Bundle) n’ont pas été lus.`,
    otherLanguage:
      'Ce texte n’a pas été lu : il ne semble être ni en français ni en anglais. Ce qui est montré ici ne dit rien de la personne.',
    none: 'Aucune étude trouvée.',
    noneHint:
      'Écrivez quelle maladie a la personne, en français ou en anglais. Les abréviations seules ne suffisent souvent pas.',
    found: (total) => count(total, { one: 'étude', many: 'd’études', other: 'études' }),
    order:
      'L’étude qui convient le mieux vient en premier. L’âge et le sexe conviennent toujours, ou ne sont pas connus.',
    counts: (met, presumed, against, unknown) =>
      [
        count(met, { one: 'convient', other: 'conviennent' }),
        `${count(presumed, { one: 'supposé', other: 'supposés' })} sans obstacle, à confirmer`,
        count(against, { one: 's’oppose', other: 's’opposent' }),
        count(unknown, { one: 'pas connu', other: 'pas connus' }),
      ].join(' · '),
    details: 'Chaque règle, et la phrase qui l’explique',
    groups: {
      met: 'Convient',
      presumed: 'Rien n’en est dit : supposé sans obstacle, à confirmer avec le centre',
      against: 'S’oppose',
      unknown: 'Pas connu',
    },
    limits: { age: 'Limites d’âge de l’étude', sex: 'Sexe que l’étude prend' },
    evidence: 'Parce que :',
    byRule: {
      'asks nothing': 'Elle ne demande rien à la personne.',
      'another sex': 'Elle concerne l’autre sexe.',
      'not at this age': 'On ne le demande pas à cet âge.',
      pregnancy: 'D’après ce qui est dit du sexe, de l’âge et de la grossesse.',
      'stated will': 'D’après ce qui est dit de la participation.',
      'stated facts': 'D’après ce qui est dit.',
      'all of it is said': 'Le dossier le dit en entier.',
      'limits differ':
        'Les limites d’âge et de sexe de l’étude ne disent pas cela. C’est peut-être demandé à un seul groupe.',
      'near what the person has': 'Le dossier parle d’une chose proche : regardez vous-même.',
      'tests not given': 'Il faut un examen que le dossier ne donne pas.',
      'only the site can tell': 'Seul le centre peut le dire.',
      'presumed clear': 'Rien n’en est dit. Supposé sans obstacle ; à confirmer.',
      'nothing said': 'Rien n’en est dit.',
    },
    resource: '(de {resource})',
    check: 'Vérifier point par point',
    again: 'Comparer un autre dossier',
    printHint: 'Cette page n’existe qu’ici. Imprimez-la si vous en avez besoin.',
    print: 'Imprimer cette page',
  },
}
