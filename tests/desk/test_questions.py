from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.desk.questions import read_question
from bot.errors import QuestionError
from store.names import Known
from store.records import Reading

NOW = datetime(2026, 11, 23, 16, tzinfo=ZoneInfo("Europe/London"))  # a Monday
NAMES = frozenset({"kirby", "john kirby", "wagner", "putin", "justice department", "white house"})
PEOPLE = frozenset({"kirby", "john kirby", "putin"})
KNOWN = Known(NAMES, PEOPLE, PEOPLE, {"northern post": "The Northern Post"})


def read(question: str) -> Reading:
    return read_question(question, NOW, KNOWN)


TOPICS = {
    "who said what about Wagner": "Wagner",
    "Who said what about Wagner?": "Wagner",
    "who's said what about the Wagner Group": "Wagner Group",
    "WHO SAID WHAT ABOUT WAGNER": "WAGNER",
    "who has been saying what on sanctions?": "sanctions",
    "who talked about sanctions": "sanctions",
    "who else spoke of sanctions": "sanctions",
    "who mentioned oil prices": "oil prices",
    "did anyone mention Wagner?": "Wagner",
    "has anybody said anything about Wagner": "Wagner",
    "what was said about Wagner": "Wagner",
    "what has been said about the war in the north": "war in the north",
    "what are people saying about Wagner": "Wagner",
    "quotes about sanctions": "sanctions",
    "all quotes on sanctions, please": "sanctions",
    "show me statements about oil": "oil",
    "Can you find anything on Wagner?": "Wagner",
    "do we have anything about Wagner": "Wagner",
    "what do we have on Wagner": "Wagner",
    "the latest on Wagner": "Wagner",
    "reactions to the deal": "deal",
    "tell me about Wagner": "Wagner",
    "which people have mentioned oil": "oil",
    "who was quoted about oil": "oil",
    "who said what re: oil": "oil",
    "whos talking about oil": "oil",
    "who said what about the U.S.?": "U.S.",
    "Wagner": "Wagner",
    "wagner?": "wagner",
    "Wagner: who said what?": "Wagner",
    "sanctions on Russia": "sanctions on Russia",
    "who said what about “private military company”": '"private military company"',
    'who said what about "Wagner"': "Wagner",
    'who said "we will win"': '"we will win"',
    "who was it that said 'we will win'": '"we will win"',
    "who said the word collusion": "collusion",
    "anyone on refunds": "refunds",
    "reax to sanctions": "sanctions",
    "who did we quote on oil": "oil",
    "what's on the record about oil": "oil",
    "what's the word on oil": "oil",
    "give me a roundup of quotes on oil asap": "oil",
    "I'm writing a piece about oil, who said what": "oil",
    "quotes that mention oil for my piece": "oil",
    "@onrecord oil": "oil",
    "what was said about the rent in the north": "rent in the north",
    "the florist, who said anything about her": "florist",
    "who used the phrase “kitchen utensils”": '"kitchen utensils"',
    "who said what about May": "May",
    "who said what about the March": "March",
    "who said what about AND OR NOT": "AND OR NOT",
    "who said what about C++": "C++",
    "who said what about Kirby": "Kirby",
    "who said what about what Kirby said": "what Kirby said",
    "why is the sky blue": "sky blue",
    'who said what about the "since Monday" club': '"since Monday" club',
    "Was anything said about Wagner?": "Wagner",
    "What arguments were made against the runway?": "runway",
    "What has been the reaction to the sanctions?": "sanctions",
    "List the people who commented on the strike": "strike",
    "list all speakers who mentioned the vaccine": "vaccine",
    "who are the people quoted on the flood": "flood",
    "who is quoted in the article about the tram?": "tram",
    "Summarise what has been said about Wagner": "Wagner",
    "What quotes do we have about Wagner?": "Wagner",
    "what is known about the sale": "sale",
    "who raised the issue of weapons": "weapons",
    "who expressed concern about weapons?": "weapons",
    "who spoke out against the plan": "plan",
    "what was said about Wagner, and by whom": "Wagner",
    "Who wants the bridge closed?": "bridge closed",
}


@pytest.mark.parametrize("question", TOPICS)
def test_a_question_about_a_topic_has_that_topic(question: str) -> None:
    assert read(question) == Reading(topic=TOPICS[question], mentioned="mention" in question)


TYPED = {
    "whats kirbys line on oil": Reading(topic="oil", speaker="kirby"),
    "yo whatd kirby say bout oil": Reading(topic="oil", speaker="kirby"),
    "whats kirby got to say on oil": Reading(topic="oil", speaker="kirby"),
    "have we quoted Kirby on oil yet": Reading(topic="oil", speaker="Kirby"),
    "was oil mentioned by Kirby": Reading(topic="oil", speaker="Kirby", mentioned=True),
    "what concerns did Kirby raise about oil": Reading(topic="oil", speaker="Kirby"),
    "did officials comment on oil": Reading(topic="oil", role="officials"),
    "did anyone push back on oil": Reading(topic="oil", verb="criticise"),
    "any pushback on oil": Reading(topic="oil", verb="criticise"),
    "oil, who was critical": Reading(topic="oil", verb="criticise"),
    "what criticism has there been of oil": Reading(topic="oil", verb="criticise"),
    "what warnings were people given about oil": Reading(topic="oil", verb="warn"),
    "any criticism of oil from Kirby": Reading(topic="oil", speaker="Kirby", verb="criticise"),
    "has Kirby ruled out oil": Reading(topic="oil", speaker="Kirby", verb="reject"),
}


@pytest.mark.parametrize("question", TYPED)
def test_a_question_is_read_as_people_type_it(question: str) -> None:
    assert read(question) == TYPED[question]


SPEAKERS = {
    "what did Kirby say": ("Kirby", None),
    "what did Kirby say about Wagner": ("Kirby", "Wagner"),
    "What’s Kirby saying about Wagner?": ("Kirby", "Wagner"),
    "what has John Kirby been saying about oil": ("John Kirby", "oil"),
    "what hasn't Kirby said about oil": ("Kirby", "oil"),
    "what Kirby said about Wagner": ("Kirby", "Wagner"),
    "tell me what Kirby told reporters about Wagner": ("Kirby", "Wagner"),
    "did Kirby say anything about Wagner?": ("Kirby", "Wagner"),
    "has Putin commented on Wagner": ("Putin", "Wagner"),
    "how did Kirby respond to the sanctions": ("Kirby", "sanctions"),
    "where does Kirby stand on Wagner": ("Kirby", "Wagner"),
    "what did the White House say about Wagner": ("White House", "Wagner"),
    "quotes by Kirby": ("Kirby", None),
    "any quotes from Kirby on Wagner?": ("Kirby", "Wagner"),
    "quotes about Wagner by Kirby": ("Kirby", "Wagner"),
    "anything from the EU on sanctions": ("EU", "sanctions"),
    "Kirby's statements about Wagner": ("Kirby", "Wagner"),
    "Kirby on Wagner": ("Kirby", "Wagner"),
    "Kirby quotes": ("Kirby", None),
    "according to Kirby": ("Kirby", None),
    "what was said about Wagner by Kirby": ("Kirby", "Wagner"),
    "what did Mr. Kirby say": ("Kirby", None),
    "what did President Putin say about Wagner": ("Putin", "Wagner"),
    "what did the Justice Department say": ("Justice Department", None),
    "what did Kirby and Cleverly say about Wagner": ("Kirby and Cleverly", "Wagner"),
    "what did May say about Brexit": ("May", "Brexit"),
    "everything Kirby has said about oil": ("Kirby", "oil"),
    "What is Kirby's view of Wagner?": ("Kirby", "Wagner"),
    "how has Kirby described Wagner": ("Kirby", "Wagner"),
    "what did the prime minister tell parliament about oil": ("prime minister", "oil"),
    "what did Kirby say to the press about oil": ("Kirby", "oil"),
    "what did Kirby say at the summit": ("Kirby", None),
    "what was Kirby quoted as saying about oil": ("Kirby", "oil"),
    "what did John Kirby, the spokesman, say about oil": ("John Kirby", "oil"),
    "whats kirby saying abt oil": ("kirby", "oil"),
    "Kirby: oil": ("Kirby", "oil"),
    "what did the U.S. say": ("U.S.", None),
    "I'm looking for a quote by Kirby": ("Kirby", None),
    "what do we know about what Kirby said on Wagner": ("Kirby", "Wagner"),
    "what was the White House's reaction to the sanctions?": ("White House", "sanctions"),
    "what's the White House position on oil": ("White House", "oil"),
    "Kirby vs Putin on oil": ("Kirby and Putin", "oil"),
    "what did Putin say after the election": ("Putin", "election"),
    "what did Kirby say exactly about Wagner": ("Kirby", "Wagner"),
    "can u find me what putin said abt wagner pls": ("putin", "wagner"),
    "where did Kirby say that": ("Kirby", None),
    "what did Kirby tell the school board about oil": ("Kirby", "oil"),
    "debate - what did Kirby say about oil?": ("Kirby", "oil"),
    "Kirby": ("Kirby", None),
    "What exactly did Kirby say about Wagner?": ("Kirby", "Wagner"),
    "What did Kirby have to say about Wagner?": ("Kirby", "Wagner"),
    "What statements did Kirby make about Wagner?": ("Kirby", "Wagner"),
    "What quotes are there from Kirby?": ("Kirby", None),
    "When did Kirby last speak about Wagner?": ("Kirby", "Wagner"),
    "latest Kirby quote": ("Kirby", None),
    "What was the response of the EU to the sanctions?": ("EU", "sanctions"),
    "did anyone from the EU talk about oil": ("EU", "oil"),
    "anyone from the White House on oil?": ("White House", "oil"),
    "Who from the White House talked about oil?": ("White House", "oil"),
    "Any word from the White House on the sanctions?": ("White House", "sanctions"),
    "has there been any comment from the EU?": ("EU", None),
    "in what words did Kirby describe Wagner": ("Kirby", "Wagner"),
    "how often did Kirby mention Wagner": ("Kirby", "Wagner"),
    "How many people did Kirby say Wagner has?": ("Kirby", "Wagner has"),
    "What does Wagner spend, according to Kirby?": ("Kirby", "Wagner spend"),
    "union chief on pay": ("union chief", "pay"),
    "what did Justice Kirby say about oil": ("Kirby", "oil"),
    "what did Secretary of State Kirby say": ("Kirby", None),
    "what did Rev. Kirby say": ("Kirby", None),
    "quotes by ex-president Putin": ("Putin", None),
}


@pytest.mark.parametrize("question", SPEAKERS)
def test_a_question_about_what_somebody_said_has_that_speaker(question: str) -> None:
    speaker, topic = SPEAKERS[question]
    assert read(question) == Reading(topic, speaker, mentioned="mention" in question)


@pytest.mark.parametrize(
    ("question", "reading"),
    [
        ("what are officials saying about oil", Reading("oil", role="officials")),
        ("what are MPs saying about oil", Reading("oil", role="MPs")),
        ("what are unions saying about the old party", Reading("old party", role="unions")),
        ("what do senior US officials say", Reading(role="US officials")),
        ("which senators spoke about oil", Reading("oil", role="senators")),
        ("what did a spokesman for the EU say", Reading(role="spokesman for the EU")),
        ("unnamed officials", Reading(role="unnamed officials")),
        ("anonymous sources on oil", Reading("oil", role="anonymous sources")),
        ("quotes about budget and drivers", Reading("budget", and_about=("drivers",))),
        ("who mentioned both oil and gas", Reading("oil", and_about=("gas",), mentioned=True)),
        ("grain, trucks & soldiers", Reading("grain", and_about=("trucks", "soldiers"))),
        ("who talked about talks between us and them", Reading("talks between us and them")),
        ("the use of Wagner", Reading("use", and_about=("Wagner",))),
        ("who denied the report", Reading("report", verb="deny")),
        ("what did Kirby promise", Reading(speaker="Kirby", verb="promise")),
        ("has anyone apologised for oil?", Reading("oil", verb="apologise")),
        ("any warnings about oil", Reading("oil", verb="warn")),
        ("what promises were made on pay", Reading("pay", verb="promise")),
        ("any criticism of the plan?", Reading("plan", verb="criticise")),
        ("any denials from Kirby?", Reading(speaker="Kirby", verb="deny")),
        ("who blamed whom for the delay", Reading("delay", verb="blame")),
        ("what did two officials say about oil", Reading("oil", role="officials")),
        ("who spoke on condition of anonymity", Reading(role="anonymous sources")),
        ('who called it "a museum piece"', Reading('"a museum piece"', verb="call")),
    ],
)
def test_groups_several_topics_and_verbs_are_read(question: str, reading: Reading) -> None:
    assert read(question) == reading


def test_an_and_within_a_name_parts_no_topics() -> None:
    names = {"health and safety executive", "marks spencer", "marks and spencer"}
    known = Known(frozenset(names))
    for name in ("Health and Safety Executive", "Marks and Spencer", "Marks & Spencer"):
        question = f"who said what about {name} and asbestos"
        assert read_question(question, NOW, known) == Reading(name, and_about=("asbestos",))


def test_a_title_is_one_also_where_a_department_is_called_so() -> None:
    known = Known(NAMES | {"justice"}, PEOPLE, PEOPLE, bodies=frozenset({"justice"}))
    asked = read_question("what did Justice Kirby say about oil", NOW, known)
    assert asked == Reading("oil", "Kirby")


def test_only_a_name_of_the_archive_speaks_on_a_topic() -> None:
    assert read("Kirby on Wagner").speaker == "Kirby"
    assert read("tariffs on steel") == Reading(topic="tariffs on steel")


@pytest.mark.parametrize(
    ("question", "reading"),
    [
        ("direct quotes by Kirby", Reading(speaker="Kirby", kind="direct")),
        ("only direct quotes by Kirby on oil", Reading("oil", "Kirby", kind="direct")),
        ("who said what about oil, only direct quotes", Reading("oil", kind="direct")),
        ("who said what about oil (direct quotes only)", Reading("oil", kind="direct")),
        ("what did Kirby say word for word", Reading(speaker="Kirby", kind="direct")),
        ("who said what about oil in their own words", Reading("oil", kind="direct")),
        ("paraphrases by Kirby", Reading(speaker="Kirby", kind="indirect")),
        ("who said what about direct flights", Reading("direct flights")),
    ],
)
def test_one_kind_of_quote_can_be_asked_for_in_words(question: str, reading: Reading) -> None:
    assert read(question) == reading


@pytest.mark.parametrize(
    ("question", "reading"),
    [
        (
            "what has Kirby said this week about Wagner",
            Reading("Wagner", "Kirby", date(2026, 11, 23), date(2026, 11, 23)),
        ),
        ("who said what about Wagner since 1 October?", Reading("Wagner", since=date(2026, 10, 1))),
        (
            "who mentioned Wagner in March",
            Reading("Wagner", since=date(2026, 3, 1), until=date(2026, 3, 31), mentioned=True),
        ),
        ("what did May say in May", Reading(None, "May", date(2026, 5, 1), date(2026, 5, 31))),
        ("everything since yesterday", Reading(since=date(2026, 11, 22))),
        (
            "only direct quotes by Kirby on Wagner from last week",
            Reading("Wagner", "Kirby", date(2026, 11, 16), date(2026, 11, 22), "direct"),
        ),
    ],
)
def test_the_time_is_read_wherever_it_stands(question: str, reading: Reading) -> None:
    assert read(question) == reading


@pytest.mark.parametrize("question", ["who said what", "everything", "all quotes", "quotes"])
def test_everything_can_be_asked_for(question: str) -> None:
    assert read(question) == Reading()


@pytest.mark.parametrize(
    "question", ["", "   ", "?", "🎉", '""', "please", "who", "the", "what is"]
)
def test_a_question_with_nothing_in_it_is_answered_with_an_example(question: str) -> None:
    with pytest.raises(QuestionError) as caught:
        read(question)
    assert "who said what about" in caught.value.hint


@pytest.mark.parametrize("question", ["what did he say about Wagner", "quotes by her"])
def test_a_speaker_of_whom_nothing_is_known_is_asked_back_for(question: str) -> None:
    with pytest.raises(QuestionError, match="cannot tell who"):
        read(question)


@pytest.mark.parametrize("word", ["who said what about ", "what did ", "quotes by ", "a's "])
def test_an_endless_question_is_refused_at_once(word: str) -> None:
    with pytest.raises(QuestionError, match="too long"):
        read(word * 5000)


@pytest.mark.timeout(5)
@pytest.mark.parametrize("words", ["what did a say ", "who said ", "the ", "on ", "a's ", "a by "])
def test_a_long_question_takes_no_long_time(words: str) -> None:
    read(words * (990 // len(words)) + "x")
