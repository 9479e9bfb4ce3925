/**
 * The criteria of NCT02390596 as the registry's old format wraps them.
 * Source: ClinicalTrials.gov (National Library of Medicine), processed 2020-07-28, unmodified.
 */
export const kawasakiCriteria = `
        Inclusion Criteria:

          -  Patients, male and female, at any age ≥ 3 months (5 kg) of life, with KD according to
             the American Heart Association definition for complete or incomplete KD. fever ≥ 5
             days and ≥ 4 of 5 main clinical signs: modification of the extremities, polymorphic
             exanthema, bilateral bulbar not exudative conjunctivitis, erythema of the lips or oral
             cavity, and cervical lymph nodes usually unilateral > 1.5 cm in diameter. In the
             presence of less than 4 clinical criteria and 5 days of fever, the diagnosis of
             disease KD is proposed in case of coronary abnormalities (at least one dilated
             coronary artery with internal diameter ≥ 2,5 SD from the mean normalized for body
             surface area (Z score) as determined by echocardiography. For indicative purpose, in
             case of incomplete KD, other biological supportive criteria for incomplete KD can help
             to ensure the diagnosis: leucocytosis, elevated CRP, elevated ESR, anaemia,
             hyponatremia, elevated ASAT, ALAT and gGT, hyperlipidaemia.

          -  Patients who failed to respond to standard therapy of KD:, e.g. Persistence or
             recrudescence of fever ≥ 38°C, 48 hours after the infusion of 2g/kg of IV Ig,

          -  Weight ≥5Kg

          -  Patient, parent or legal guardian's written informed consent is required

          -  Patient with health insurance

          -  Patient agrees to have effective contraception for the duration of participation in
             the research

        Exclusion Criteria:

          -  Preterm and neonates, pregnancy

          -  Patients suspected with another diagnosis

          -  Patients with overt concomitant bacterial infection

          -  Patients previously treated with another biotherapy

          -  Patients with any type of immunodeficiency or cancer

          -  Patients with increased risk of TB infection

          -  Recent tuberculosis infection or with active TB

               -  Close contact with a patient with TB

               -  Patients recently arrived less than 3 months from a country with high prevalence
                  of TB

               -  A chest radiograph suggestive of TB

          -  Patients with end stage renal disease: NKF stages ≥4; eGFR≤29mL/min/1.73 m2 or
             diabetes mellitus or neutropenia <1500/mm3 or liver failure

          -  Hypersensitivity to the active substance or to any of the excipients (citric acid and
             anhydrous; sodium chloride disodium edetate dehydrate polysorbate 80; sodium
             hydroxide; water for injections)

          -  Patient already included in a biomedical research other than observational (e.g.;
             cohort, registry)
      `
