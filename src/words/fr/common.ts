import { counter } from '../language/plural.ts'
import type { Words } from '../shape/shape.ts'

const count = counter('fr')
const studies = { one: 'étude', many: 'd’études', other: 'études' }

/** Words that many pages share, in French. */
export const commonFr: Words['common'] = {
  siteName: 'Trialway',
  /** Between a name and what is said of it. */
  colon: '\u00A0:',
  /** Between parts that hold commas. */
  semicolon: '\u00A0; ',
  print: 'Imprimer cette page',
  share: 'Partager ou garder',
  shareHint: 'L’adresse de cette page ne change pas. Copiez-la ou envoyez-la par courriel.',
  sendByMail: 'Envoyer par courriel',
  thereIsAProblem: 'Il y a un problème',
  notTheRegistry: 'Trialway n’est pas géré par ClinicalTrials.gov.',
  attribution: (from, to) =>
    `Données de ClinicalTrials.gov (Bibliothèque nationale de médecine des États-Unis), traitées entre le ${from} et le ${to} ; les titres et les textes sont ceux des équipes des études ; nous avons ajouté des mots simples, des distances et des catégories.`,
  attributionOneDay: (day) =>
    `Données de ClinicalTrials.gov (Bibliothèque nationale de médecine des États-Unis), traitées le ${day} ; les titres et les textes sont ceux des équipes des études ; nous avons ajouté des mots simples, des distances et des catégories.`,
  attributionWithoutDates:
    'Données de ClinicalTrials.gov (Bibliothèque nationale de médecine des États-Unis) ; les titres et les textes sont ceux des équipes des études ; nous avons ajouté des mots simples, des distances et des catégories.',
  notGiven: 'Non indiqué',
  unknown: 'Inconnu',
  yes: 'Oui',
  no: 'Non',
  studies: (n) => count(n, studies),
  recruitingStudies: (n) =>
    count(n, {
      one: 'étude cherche des participants',
      many: 'd’études cherchent des participants',
      other: 'études cherchent des participants',
    }),
  sites: (n) => count(n, { one: 'centre', many: 'de centres', other: 'centres' }),
  countries: (n) => count(n, { one: 'pays', many: 'de pays', other: 'pays' }),
  page: {
    previous: 'Page précédente',
    next: 'Page suivante',
    here: (page, pages) => `Page ${page} sur ${pages}`,
    label: 'Pages de résultats',
  },
  statuses: {
    RECRUITING: {
      label: 'Cherche des participants',
      meaning: 'L’étude est ouverte et de nouvelles personnes peuvent demander à participer.',
    },
    NOT_YET_RECRUITING: {
      label: 'Pas encore ouverte',
      meaning: 'L’étude est prévue. Personne ne peut encore participer.',
    },
    ENROLLING_BY_INVITATION: {
      label: 'Sur invitation seulement',
      meaning: 'L’équipe choisit et invite les participants. On ne peut pas demander à participer.',
    },
    ACTIVE_NOT_RECRUITING: {
      label: 'En cours, complète',
      meaning: 'L’étude est en cours, mais ne prend plus personne.',
    },
    SUSPENDED: {
      label: 'En pause',
      meaning: 'L’étude est arrêtée pour le moment. Elle peut reprendre.',
    },
    COMPLETED: {
      label: 'Terminée',
      meaning: 'L’étude s’est terminée comme prévu. On ne peut plus participer.',
    },
    TERMINATED: {
      label: 'Arrêtée plus tôt que prévu',
      meaning: 'L’étude s’est arrêtée avant la fin prévue et ne reprendra pas.',
    },
    WITHDRAWN: {
      label: 'Annulée avant de commencer',
      meaning: 'L’étude s’est arrêtée avant l’arrivée du premier participant.',
    },
    UNKNOWN: {
      label: 'Inconnu',
      meaning:
        'L’étude se disait ouverte ou sur le point d’ouvrir, mais ne l’a pas confirmé depuis deux ans. Demandez à l’équipe de l’étude.',
    },
    AVAILABLE: {
      label: 'Traitement proposé hors étude',
      meaning:
        'Certains patients peuvent recevoir ce traitement avant son autorisation, par leur médecin.',
    },
    NO_LONGER_AVAILABLE: {
      label: 'N’est plus proposé',
      meaning: 'Ce traitement était proposé hors étude et ne l’est plus.',
    },
    TEMPORARILY_NOT_AVAILABLE: {
      label: 'Pas proposé pour le moment',
      meaning:
        'Ce traitement n’est pas proposé hors étude en ce moment. Il pourra l’être à nouveau.',
    },
    APPROVED_FOR_MARKETING: {
      label: 'Traitement maintenant autorisé',
      meaning: 'Le traitement a été autorisé : les médecins peuvent le prescrire.',
    },
    WITHHELD: {
      label: 'Non rendue publique',
      meaning: 'L’étude est enregistrée, mais ses détails ne sont pas publiés pour le moment.',
    },
  },
  claims: {
    open: 'Dit chercher des participants',
    opening: 'Dit qu’elle va ouvrir',
  },
  phases: {
    EARLY_PHASE1: {
      label: 'Phase 1 précoce',
      meaning: 'Un premier essai, sur très peu de personnes.',
    },
    PHASE1: { label: 'Phase 1', meaning: 'Étudie la sécurité et la dose sur un petit groupe.' },
    PHASE2: {
      label: 'Phase 2',
      meaning: 'Cherche si cela semble marcher, et les effets indésirables.',
    },
    PHASE3: { label: 'Phase 3', meaning: 'Compare avec les soins habituels, sur un grand groupe.' },
    PHASE4: {
      label: 'Phase 4',
      meaning: 'Suit un traitement autorisé dans la vie de tous les jours.',
    },
    NA: {
      label: 'Sans phase',
      meaning: 'Les phases concernent les médicaments. Cette étude teste autre chose.',
    },
  },
  types: {
    INTERVENTIONAL: {
      label: 'Teste un traitement ou un soin',
      meaning: 'Les participants reçoivent quelque chose à essayer.',
    },
    OBSERVATIONAL: {
      label: 'Observe pour comprendre',
      meaning: 'Les chercheurs suivent des personnes sans changer leurs soins.',
    },
    EXPANDED_ACCESS: {
      label: 'Traitement hors étude',
      meaning: 'Un moyen de recevoir un traitement pas encore autorisé (accès élargi).',
    },
  },
  sponsorClasses: {
    NIH: 'Instituts nationaux de la santé des États-Unis',
    FED: 'Gouvernement des États-Unis',
    OTHER_GOV: 'Un autre organisme public',
    INDUSTRY: 'Une entreprise',
    NETWORK: 'Un réseau de recherche',
    INDIV: 'Une personne seule',
    OTHER: 'Un hôpital, une université ou une association',
    AMBIG: 'Pas clair',
    UNKNOWN: 'Inconnu',
  },
  sexes: { FEMALE: 'Femmes et filles', MALE: 'Hommes et garçons', ALL: 'Tous les sexes' },
  outOfDate: {
    label: 'Peut ne plus être à jour',
  },
  on: { day: 'le {date}', month: 'en {date}', year: 'en {date}' },
  verified: (on) => `confirmé ${on}`,
  notVerified: 'sans date de confirmation',
  ages: {
    any: 'Tous les âges',
    from: (minimum) => `${minimum} et plus`,
    upTo: (maximum) => `jusqu’à ${maximum}`,
    between: (minimum, maximum) => `de ${minimum} à ${maximum}`,
  },
  ageKinds: {
    baby: 'bébé',
    newborn: 'nouveau-né',
    toddler: 'tout-petit',
    teenager: 'adolescent',
    child: 'enfant',
  },
  ageUnits: {
    Year: (n) => count(n, { one: 'an', many: 'd’années', other: 'ans' }),
    Month: (n) => count(n, { one: 'mois', many: 'de mois', other: 'mois' }),
    Week: (n) => count(n, { one: 'semaine', many: 'de semaines', other: 'semaines' }),
    Day: (n) => count(n, { one: 'jour', many: 'de jours', other: 'jours' }),
    Hour: (n) => count(n, { one: 'heure', many: 'd’heures', other: 'heures' }),
    Minute: (n) => count(n, { one: 'minute', many: 'de minutes', other: 'minutes' }),
  },
  distance: {
    town: (km) => `à environ ${km}, mesuré jusqu’à la ville`,
    postcode: (km) => `à environ ${km}, mesuré jusqu’au code postal`,
    region: (km) => `à ${km} à peu près, mesuré jusqu’à la région`,
    plain: (km) => `à environ ${km}`,
  },
  title: {
    join: (subject, tested) => `${subject}\u00A0: ${tested}`.replaceAll("'", '’'),
    and: 'et',
    more: (n) => (n === 1 ? '1 autre' : `${n} autres`),
    healthy: 'Personnes en bonne santé',
    watched: 'on observe, sans rien changer aux soins',
    outside: (tested) => `${tested}, hors d’une étude`,
    kinds: {
      DRUG: 'un médicament',
      BIOLOGICAL: 'un traitement biologique',
      COMBINATION_PRODUCT: 'un produit combiné',
      DEVICE: 'un appareil',
      DIAGNOSTIC_TEST: 'un examen',
      DIETARY_SUPPLEMENT: 'un complément alimentaire',
      GENETIC: 'une étude des gènes',
      PROCEDURE: 'un acte de soin',
      RADIATION: 'des rayons',
      BEHAVIORAL: 'un accompagnement',
      OTHER: 'une autre façon de soigner',
    },
    purposes: {
      TREATMENT: 'une façon de soigner',
      PREVENTION: 'une façon de prévenir',
      DIAGNOSTIC: 'une façon de faire le diagnostic',
      SUPPORTIVE_CARE: 'des soins pour aller mieux',
      SCREENING: 'un dépistage',
      HEALTH_SERVICES_RESEARCH: 'une façon d’organiser les soins',
      BASIC_SCIENCE: 'comprendre le corps',
    },
  },
  faults: {
    notFoundTitle: 'Page introuvable',
    notFound: 'Il n’y a pas de page à cette adresse. Elle a pu être mal tapée ou déplacée.',
    notFoundNext: 'Vous pouvez chercher une étude ou repartir de l’accueil.',
    brokenTitle: 'Désolé, une erreur s’est produite',
    broken:
      'L’erreur vient de nous. Rien de ce que vous avez tapé n’a été gardé. Réessayez dans quelques minutes.',
    number: 'Si vous nous en parlez, donnez-nous ce numéro :',
    methodTitle: 'Cette page ne peut pas faire cela',
    method: 'Cette adresse peut seulement être lue.',
    addressTitle: 'Cette adresse ne peut pas être lue',
    address:
      'Une partie de l’adresse n’est pas un texte valable. Revenez en arrière ou repartez de l’accueil.',
    tooLongTitle: 'Cette adresse est trop longue',
    tooLong: 'Utilisez moins de mots ou moins de filtres.',
    kindTitle: 'Pas sous cette forme',
    kind: 'Cette page ne peut pas être donnée sous la forme demandée.',
    slowTitle: 'Cette recherche a pris trop de temps',
    slow: 'Elle demande trop de travail d’un coup à notre ordinateur : nous l’avons arrêtée. Réessayez, ou utilisez moins de mots.',
    slowSigns:
      'Elle demande trop de travail d’un coup à notre ordinateur : nous l’avons arrêtée. Retirez les signes comme *, OR et les guillemets, ou utilisez des mots plus longs.',
    busyTitle: 'Notre ordinateur est très occupé en ce moment',
    busy: 'Votre demande est correcte. Réessayez dans quelques secondes.',
    damagedTitle: 'La fiche de cette étude est abîmée ici',
    damaged:
      'Ce que notre ordinateur garde d’elle a changé à cause d’une panne : nous ne le montrons pas. La fiche sera relue. En attendant, le registre montre cette étude.',
    damagedRegistry: 'Cette étude sur ClinicalTrials.gov',
    incompleteTitle: 'Cette liste ne serait pas complète',
    incomplete:
      'Une partie de ce que notre ordinateur garde est abîmée : des études manqueraient ici. Elle sera relue. Revenez plus tard.',
    foreignTitle: 'Ce formulaire ne vient pas de notre page',
    foreign:
      'Pour vous protéger, nous n’acceptons que les formulaires de nos propres pages. Ouvrez la page à nouveau et envoyez-le de là. Rien n’a été changé.',
    signInTitle: 'Connectez-vous',
    signIn:
      'Cette page est pour les personnes connectées. Connectez-vous, puis ouvrez-la à nouveau.',
    signInLink: 'Se connecter',
    formTitle: 'Ce formulaire ne peut pas être lu',
    form: 'Ce qui a été envoyé n’est pas un de nos formulaires. Ouvrez la page à nouveau et envoyez-le de là.',
    oftenTitle: 'Trop de demandes',
    often:
      'De là où vous êtes, cela a été demandé très souvent depuis une heure. Revenez plus tard. Rien n’a été changé.',
    recordsBusyTitle: 'Réessayez dans un instant',
    recordsBusy: 'Nous n’avons pas pu enregistrer ceci. Rien n’a été changé.',
    recordsAwayTitle: 'Cette page est absente un moment',
    recordsAway:
      'En ce moment, nous ne pouvons pas joindre l’endroit où les alertes et les messages sont gardés. Rien n’a été changé et rien n’est perdu. Réessayez dans une minute. Vous pouvez toujours chercher des études et les lire.',
    recordsUnsureTitle: 'Nous ne savons pas si c’est enregistré',
    recordsUnsure:
      'La liaison s’est coupée pendant l’enregistrement. Revenez en arrière et réessayez dans une minute. Le faire deux fois ne pose pas de problème.',
    tryAgain: 'Réessayer',
    home: 'Aller à l’accueil',
    search: 'Chercher une étude',
  },
  backToList: (found: number) =>
    found === 0
      ? 'Retour à la liste'
      : found === 1
        ? 'Retour à l’étude trouvée'
        : `Retour aux ${count(found, { one: 'étude', other: 'études' })}`,
}
