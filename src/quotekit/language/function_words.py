"""The little words of a language, by what each of them does."""

from __future__ import annotations

from attrs import fields, frozen

__all__ = ["FunctionWords", "word_classes"]


@frozen(kw_only=True, eq=False)
class FunctionWords:
    """Little words by what they do, lower case: around names and descriptions first, then in reports.

    Attributes:
        link: Begin what a phrase adds to its noun.
        exemplifying: Begin the names of some of whom a noun is said, or of those between whom something is.
        connector: Stand inside names.
        place: Stand before a place.
        relative: Open a relative clause.
        personal_relative: Open one about a person.
        impersonal_relative: Open one about something else.
        other: Join more people to somebody.
        trailer: Stand behind a source.
        definite: Determine a description of somebody who is known.
        indefinite: Determine a description of somebody who is not.
        endearment: Stand before a name that is called out.
        possession: Stand before a common noun that is called out.
        adverb_ending: End a word that says how somebody speaks.
        manner: Begin what says how somebody speaks.
        contrast: Stand for whoever of two did not speak last.
        prefix: Stand before a name and its hyphen.
        naming: Stand between a description and a name.
        appellation: What somebody is called is theirs.
        introducing: What somebody does who tells their name.
        announcing: Stand before the name of whoever tells who is on the line ("this is Lund speaking").
        on_line: Stand behind it.
        issuing: What a body does to a document that is its own: lemmas of verbs.
        signing: What is done by whoever stands for a document, of which another may have made it.
        telling_name: Are done by whoever tells their name ("identified himself as"): lemmas of verbs.
        instance: Tell a court from those above and below it ("appeals", "trial").
        part_of_body: End the name of a part of a body ("branch").
        house: Are bodies of lawmakers ("parliament"): nouns.
        membership: Are said of whoever is in a body ("member"): nouns.
        of_house: Are what the members of such a body are called ("parliamentarian"): nouns.
        agreed: Are documents whose signers need not have written them ("treaty", "bill"): nouns.
        entitling: Stand before the title of a work or a name that is given: participles.
        dubbing: Give somebody the name that stands behind them: lemmas of verbs.
        knowing: Say that somebody is known, by the name behind one of the next: lemmas of verbs.
        styling: Stand between such a verb and that name.
        birth: Say that somebody was born: lemmas of verbs.
        reflexive: Who is the one who acts.
        distinction: Tell two of one name apart.
        senior, junior: Are those of them that the elder is told by, before or behind the name; the younger.
        first of two, second of two: Take up one of two who were named together: "former", "latter".
        dual: Says that two are meant: "both", "two".
        outlet: Are what a paper is, behind its name: "newspaper".
        station: Are what others are too, and a sender or an agency behind one of the next: "network".
        medium: Tell that such a one is of the press: "news", "television".
        platform: Say of a body that people post words on it.
        inquiring: Are documents about others, which somebody else may have made ("a review of").
        rivalling: Tells a firm from another one: "rival", "parent".
        resuming: Take up a body by what it is, of which its name need not tell ("charity", "party"): nouns.
        vague body: Stand in the names of bodies of all kinds, and do not tell of which ("trust"): nouns.
        evident body: Are bodies that no such name is given to: a league is no hospital: nouns.
        any body: Are bodies of all kinds, whatever they are known to be ("organisation"): nouns.
        of several: Are forms of verbs of which several, or a body of several, are the subject ("were").
        local office: Are offices that each place has its own holder of ("mayor").
        retired: Is said of whoever has given up a calling, and of nothing else.
        standing: Are what somebody can be beside any calling ("candidate", "socialist"): nouns.
        stopped title: Is a shortened title whose full stop tokenizers take for a sentence's: "Sgt."
        lettered title: Is the first letters of a title, which stand for somebody by themselves too: "MP".
        calling ending: Ends a word for what somebody is by learning: "ologist".
        origin: Stands before where somebody comes from, right behind their name: "of", "from".
        offspring: Are said of a child beside its father or mother: nouns.
        parent: Are said of a father or a mother beside their child: nouns.
        generation: Tell a son from his father behind a name ("Lund Jr.", "Lund III").
        lady: Are titles of a woman who bears no other of them ("Mrs.", "Miss").
        married: Are titles of a woman who is or was married, and of no other ("Mrs.").
        gentleman: Are titles of a man who bears no other of them ("Mr.", "Sir").
        of one gender: Have one gender in grammar, be they said of a man or a woman ("le témoin"): nouns.
        youthful: Stand before the name of somebody small or young ("Little Fox"), and not of an old one.
        aged: Stand before the name of somebody grown up or old ("Father Fox", "Old Tom").
        crowned: Are titles before a first name, of whoever is called by no surname ("King", "Pope").
        elder: Are titles of relatives, and of no clergy ("Grandma", "Uncle").
        personal: Are done by people alone, and by no thing or feeling: lemmas of verbs ("shrug").
        age_unit: Are what an age is counted in: lemmas of nouns.
        age_ending: End a word for somebody of an age, behind a hyphen ("a 30-year-old").
        sharing: Stand before a hyphen and a noun, of somebody who is one with others ("co-author").
        belonging: Stand between the noun that a body is and what it is of ("Bank of Lund").
        infinitive: Marks an infinitive.
        besetting: Stand before a claim of others amid which something happens: prepositions.
        probing: Tell that somebody looks into what others claim: lemmas of verbs.
        undertaking: Tell somebody before an infinitive of what one does oneself: lemmas of verbs ("promise").
        addressing: Stand before whom something is said to.
        accusing: Verbs that tell what somebody is said to have done: lemmas.
        informing: Verbs that are not said without whom they are said to: lemmas.
        told: Nouns for what people tell, who hear no report ("told her story"): lemmas.
        gathering: Nouns for occasions at which people hear somebody: lemmas.
        reporting_preposition: Stand before what a verb reports ("accused him of"); a construction of verbs.
        judging: Say of somebody what they did well or badly, behind a word for the reason: lemmas of verbs.
        reason: Stand before it ("praised her for it").
        agency: Stand before whoever does what a passive tells.
        hearing: Say that somebody takes in what another says: lemmas of verbs.
        provenance: Stand behind these before whoever says it.
        creating: Tell that somebody makes a work: lemmas of verbs ("painted by").
        depicting: Are works whose owner is as often whoever they show ("Lund’s biography"): lemmas of nouns.
        loyal: Have such a word of their own behind them ("stand by"): lemmas of verbs.
        authorship: Stand between a noun of speech and whoever spoke.
        owned: Nouns for persons that are things where one person has them ("his head", "her chair").
        in_company: Nouns for whoever is with somebody ("companion", "guest").
        drawing: Say that a statement comes to their subject, who did not make it: lemmas of verbs.
        publishing: Stand between a document and the paper that prints it.
        sending: Stand before the sender of what is quoted below.
        reporting_conjunction: Open a clause that reports what it is set into ("as Ode said").
        reporting_adverb: Open it without making it a clause of its own ("so Ode said").
        carrying: Stand between a passive and the verb of reporting it carries ("quoted as saying").
        contrasting: Part two clauses of which the second alone is reported.
        subordinating: Make a conjunction with a preposition before them and what opens clauses behind them
            ("à condition que"): nouns.
        remarking: Open a remark behind a comma, and no description of a person ("faute de temps"): nouns.
        pointing: Stand for what was said, not for whoever said it.
        impersonal: Are the subject of a passive that nobody does ("it is feared").
        equating: Say what something is: lemmas of verbs.
        becoming: Say what something has come to be: lemmas of verbs.
        proving: Stand before a "to be" that says who somebody is after all: lemmas of verbs.
        appointing: Give somebody an office: lemmas of verbs.
        serving: Say as what somebody works, or comes or goes: lemmas of verbs.
        putting: Report by an impersonal object alone ("put it"): lemmas.
        wording: Have a text for their subject that a colon announces ("it reads:"): lemmas.
        article: Stand before a noun, so that no phrase ends in them.
        listing: Stand before the last item of a list, at the end of the line before.
        labelling: Stand in lower case in the name on a label ("Ministry of Works:").
        titling: Are written small in titles.
        half_day: Stand behind the time of day, without their full stops.
        question_letter: Open the questions of an interview.
        answer_letter: Open its answers.
        oath: Say that a witness took an oath.
        calling_to_witness: Have a witness for their object: lemmas of verbs.
        witness: Are what a witness is called.
        asking: Stand before the name of whoever asks in an interview.
        examining, examined: Are what it is called when a witness is asked; stand between it and the witness.
        negating_ending: End words that deny.
        clipped ending: Ends a word whose last letter an apostrophe stands for ("goin'").
        sibilant ending: Ends a word whose possessive is an apostrophe alone ("the boss' car").
        narrating: Stand for a narrator, as they are written inside a sentence.
        body_link: Stand inside names of bodies, those of foreign ones among them.
        name_article: May open a name and belong to none.
        compounding: Stand behind a name and a hyphen and make no name of both ("Lund-led").
        locating: Are those of them that only a place stands before ("Lund-based").
        portfolio: Say before a title what its office is of ("Finance Minister").
        cited_book: Name books that are cited by chapter and verse, and persons too ("Mark 4:10").
        hallowing: Are titles of saints, which stand inside names too ("Pia St. Aubyn").
        answering: Answer a question by themselves.
        returning: Belong to the verb of speech that they stand behind ("shot back").
        likening: Stand behind "be" and before words in quotation marks ("was like, “No”").
        vicarious: Stands for a verb that was said before ("and at six it did"): lemmas.
        uttered: Are what somebody uttered, behind a preposition ("in her words"): lemmas of nouns.
        voicing: Say that a voice is heard, with whatever verb ("wondered aloud").
        disclosing: Make words of what somebody knows ("wanted to know", "let it be known"): lemmas of verbs.
        airing: Have what is thought for an object that they utter ("aired the view"): lemmas of verbs.
        restraining: Keep from what stands behind them where they are denied: "tire", "alone": lemmas.
        governing: Stand between a word and the gerund that it carries ("refrained from saying").
        limiting: Tells that no more was said, behind a modal verb: "would only say".
        limited: Are the modal verbs behind which it does so.
        denying: Tell of what was done that it was not: lemmas of verbs.
        halting: Tell of a gerund that it was not done, and not of an infinitive: lemmas of verbs.
        pending: Stands before an infinitive that was not done: "yet".
        habitual: Say before an infinitive that it is often done: lemmas of verbs.
        presenting: Stand before the guest whom a heading presents.
        prefacing: Open a sentence in front of a name and begin no name ("Unlike Lund").
        comparing: Stand before whom or what somebody only is like ("like a thief", "than a thief").
        fronting: Open a sentence in front of whom it is about ("For Lund, the road was long", "As for Lund").
        quoting: Open a sentence in front of whoever said the words in marks that are the rest of it.
        degree: Is what people of many callings are called for a degree ("Doctor").
        participle_ending: Ends a word for what somebody does, which opens a sentence too ("Praising Lund").
        meeting: Say that an interviewer and a guest met or spoke: lemmas of verbs.
        honorific: Are what the high are called behind "his" or "her" ("her Majesty").
        siding: Tell of a group apart from the body behind it ("head of the union at Orbin").
        past: Say that somebody is no longer what the noun behind them says.
        demonstrative: Stand by themselves for whoever was told of right before ("This is Ada Lund").
        topical: Open what words are about, behind whoever said them.
        counting: Open the label of people whom it counts or leaves unnamed.
        unchanging: Are written alike in the present and in the past: verbs.
        moment: Say when by themselves ("said Monday the mill would close").
        period: Are a time longer than a day, by which an article or "last" tells when: nouns.
        stretch: Say when behind another that says when ("last week", "Friday night").
        nearness: Stand before these ("last", "late").
        trailing: Open what its author adds behind a report and when it was made ("said on Monday, as …").
        captioning: Say before marks what the words in these are, and name somebody in plays ("Truth: “…”").
        supposing: Say what is only supposed or feigned ("Pretend I am Ada"): lemmas of verbs.
        elided: Lose their last letter to an apostrophe ("l'école"), where parsers do not read any apostrophe.
    """

    link: frozenset[str]
    exemplifying: frozenset[str]
    inquiring: frozenset[str]
    outlet: frozenset[str]
    station: frozenset[str]
    medium: frozenset[str]
    platform: frozenset[str]
    connector: frozenset[str]
    place: frozenset[str]
    relative: frozenset[str]
    personal_relative: frozenset[str]
    impersonal_relative: frozenset[str]
    other: frozenset[str]
    trailer: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    endearment: frozenset[str]
    possession: frozenset[str]
    adverb_ending: frozenset[str]
    manner: frozenset[str]
    contrast: frozenset[str]
    prefix: frozenset[str]
    naming: frozenset[str]
    appellation: frozenset[str]
    introducing: frozenset[str]
    announcing: frozenset[str]
    on_line: frozenset[str]
    issuing: frozenset[str]
    signing: frozenset[str]
    telling_name: frozenset[str]
    instance: frozenset[str]
    part_of_body: frozenset[str]
    house: frozenset[str]
    membership: frozenset[str]
    of_house: frozenset[str]
    agreed: frozenset[str]
    entitling: frozenset[str]
    dubbing: frozenset[str]
    knowing: frozenset[str]
    styling: frozenset[str]
    birth: frozenset[str]
    reflexive: frozenset[str]
    distinction: frozenset[str]
    senior: frozenset[str]
    junior: frozenset[str]
    offspring: frozenset[str]
    origin: frozenset[str]
    first_of_two: frozenset[str]
    second_of_two: frozenset[str]
    dual: frozenset[str]
    stopped_title: frozenset[str]
    lettered_title: frozenset[str]
    any_body: frozenset[str]
    of_several: frozenset[str]
    local_office: frozenset[str]
    retired: frozenset[str]
    standing: frozenset[str]
    rivalling: frozenset[str]
    resuming: frozenset[str]
    vague_body: frozenset[str]
    evident_body: frozenset[str]
    calling_ending: frozenset[str]
    parent: frozenset[str]
    generation: frozenset[str]
    lady: frozenset[str]
    married: frozenset[str]
    gentleman: frozenset[str]
    of_one_gender: frozenset[str]
    youthful: frozenset[str]
    aged: frozenset[str]
    crowned: frozenset[str]
    elder: frozenset[str]
    personal: frozenset[str]
    age_unit: frozenset[str]
    age_ending: frozenset[str]
    sharing: frozenset[str]
    belonging: frozenset[str]
    infinitive: frozenset[str]
    besetting: frozenset[str]
    probing: frozenset[str]
    undertaking: frozenset[str]
    addressing: frozenset[str]
    accusing: frozenset[str]
    informing: frozenset[str]
    told: frozenset[str]
    gathering: frozenset[str]
    reporting_preposition: frozenset[str]
    judging: frozenset[str]
    reason: frozenset[str]
    agency: frozenset[str]
    hearing: frozenset[str]
    provenance: frozenset[str]
    creating: frozenset[str]
    depicting: frozenset[str]
    loyal: frozenset[str]
    authorship: frozenset[str]
    owned: frozenset[str]
    in_company: frozenset[str]
    drawing: frozenset[str]
    publishing: frozenset[str]
    sending: frozenset[str]
    reporting_conjunction: frozenset[str]
    reporting_adverb: frozenset[str]
    carrying: frozenset[str]
    contrasting: frozenset[str]
    subordinating: frozenset[str]
    remarking: frozenset[str]
    pointing: frozenset[str]
    impersonal: frozenset[str]
    equating: frozenset[str]
    becoming: frozenset[str]
    proving: frozenset[str]
    appointing: frozenset[str]
    serving: frozenset[str]
    putting: frozenset[str]
    wording: frozenset[str]
    article: frozenset[str]
    listing: frozenset[str]
    labelling: frozenset[str]
    titling: frozenset[str]
    half_day: frozenset[str]
    question_letter: frozenset[str]
    answer_letter: frozenset[str]
    oath: frozenset[str]
    calling_to_witness: frozenset[str]
    witness: frozenset[str]
    asking: frozenset[str]
    examining: frozenset[str]
    examined: frozenset[str]
    negating_ending: frozenset[str]
    clipped_ending: frozenset[str]
    sibilant_ending: frozenset[str]
    narrating: frozenset[str]
    body_link: frozenset[str]
    name_article: frozenset[str]
    compounding: frozenset[str]
    locating: frozenset[str]
    portfolio: frozenset[str]
    cited_book: frozenset[str]
    hallowing: frozenset[str]
    answering: frozenset[str]
    returning: frozenset[str]
    likening: frozenset[str]
    vicarious: frozenset[str]
    uttered: frozenset[str]
    voicing: frozenset[str]
    disclosing: frozenset[str]
    airing: frozenset[str]
    restraining: frozenset[str]
    governing: frozenset[str]
    limiting: frozenset[str]
    limited: frozenset[str]
    denying: frozenset[str]
    halting: frozenset[str]
    pending: frozenset[str]
    habitual: frozenset[str]
    presenting: frozenset[str]
    prefacing: frozenset[str]
    comparing: frozenset[str]
    fronting: frozenset[str]
    quoting: frozenset[str]
    degree: frozenset[str]
    participle_ending: frozenset[str]
    meeting: frozenset[str]
    honorific: frozenset[str]
    siding: frozenset[str]
    past: frozenset[str]
    demonstrative: frozenset[str]
    topical: frozenset[str]
    counting: frozenset[str]
    unchanging: frozenset[str]
    moment: frozenset[str]
    period: frozenset[str]
    stretch: frozenset[str]
    nearness: frozenset[str]
    trailing: frozenset[str]
    captioning: frozenset[str]
    supposing: frozenset[str]
    elided: frozenset[str]


def word_classes() -> tuple[str, ...]:
    """The classes of function words as the tables name them ("adverb ending")."""
    return tuple(attribute.name.replace("_", " ") for attribute in fields(FunctionWords))
