"""The development set for English: in each paragraph a bar stands where one sentence ends and the next begins."""

import pytest

from segments import split_paragraph

STOPS = [
    "The harbour was quiet. |No ship came in.",
    "It rained all day. |Then it snowed. |Nobody minded.",
    "She left in 1998. |He followed in 2001.",
    "It cost $3.50. |That was cheap.",
    "Prices rose by 4.5 percent. |Wages did not.",
    "The new version is 2.0.1. |It is faster.",
    "Write to anna.berg@example.org for tickets. |They are free.",
    "See https://www.example.org/a.b/c.html. |It has maps.",
    "The file is called notes.txt. |Open it.",
    "He got up.  |He sat down.",
    "It was late. |“Go home,” she said.",
    "Go home. |“Now?” |“Now.”",
    "We won. |42 people saw it.",
    "She was fifth. |$200 was the prize.",
    "The vote was 5-4. |That settled it.",
    "They came, saw, etc. and left.",
    "The lake (see map) is deep. |Do not swim.",
    "This was the plan. |They changed it later.",
    "We planned it well. |They changed it.",
    "A sentence may end twice.. |The next one begins.",
]
ABBREVIATIONS = [
    "Mr. Hale met Mrs. Ito. |They talked.",
    "Dr. Sato and Prof. Lind agreed. |The rest did not.",
    "Gen. Park and Lt. Col. Moss flew home.",
    "Sen. Ruiz of Ariz. voted no. |The bill passed.",
    "St. Mary’s stands on 5th St. near the river.",
    "He lives on Elm St. |He likes it.",
    "Turn to p. 12 and pp. 40-42. |Then read Vol. 3.",
    "Fig. 2 shows it. |See also Sec. 4.1.",
    "He loves modern art. |Picasso is his hero.",
    "The answer was no. |Nobody was surprised.",
    "We chose No. 7 and not No. 9.",
    "The firm is Lunde Inc. of Oslo. |It makes rope.",
    "He works for Lunde Inc. |He started in May.",
    "Acme Corp. bought Lunde Ltd. in 2009.",
    "He was born on Jan. 5 and died on Dec. 9. |He was ninety.",
    "The shop shuts on Sat. and Sun. evenings.",
    "I saw the sun. |Birds sang.",
    "We met at 5 p.m. on Monday.",
    "We met at 5 p.m. |The others came later.",
    "The U.S. Senate met. |It voted.",
    "She moved to the U.S. |She found work there.",
    "U.S.-Japan trade grew. |U.S.-China trade fell.",
    "The D.P.R.K. delegation left. |The talks failed.",
    "He earned a Ph.D. in physics. |He then taught.",
    "Smith et al. found it. |Others doubted it.",
    "This is cheap, i.e. free. |That is not.",
    "Bring food, e.g. Bread rolls, and water.",
    "It was Oslo vs. Bergen. |Oslo won.",
    "He came with his Jr. partner. |She stayed.",
    "The reading was approx. 5 volts. |We wrote it down.",
    "The tribe lives in Washington, D.C. |They like it there.",
]
INITIALS = [
    "J. R. Lind wrote it. |A. Berg read it.",
    "George W. Moss spoke first. |Then came Anna K. Holm.",
    "J.-P. Blanc is here. |So is C. S. Rowe.",
    "We agree, you and I. |Did you know?",
    "Take vitamin C. |It helps.",
    "He chose plan B. |The rest chose plan A.",
]
MARKS = [
    "What is it? |Nobody knows.",
    "Stop! |Come back! |Please!",
    "Really?! |I had no idea.",
    "“Really?” he asked.",
    "“Stop!” cried the guard. |Nobody did.",
    "She works at Yahoo! in the mail room.",
    "Is it far? |No, it is near.",
    "Wait... what was that?",
    "It was cold... |The fire had gone out.",
    "It was cold… |The fire had gone out.",
    "He said… nothing at all.",
    "I wonder . . . what he meant. |Tell me.",
    "The rule was simple . . . . |Nobody kept it.",
    "great food! |we will be back.",
    "i went home. |then i slept, etc. and so on. |nobody called.",
    "He goes home. then he sleeps.",
    "Thanks for the ride :) |Call me.",
    "Thanks! :) |Call me.",
    "Who said “Why me?” |I did.",
]
QUOTATIONS = [
    "He wrote “it is over.” |She did not reply.",
    "“It is over,” he wrote. |“I am leaving.”",
    "“I am going,” he said, “and I will not return.” |He did.",
    "She said it was “a start.” |“A good one,” he added.",
    "'It is late,' he said. |'Go home.'",
    'He said, "It is done." |"At last," she said.',
    "‘Yes.’ |‘No.’ |They argued.",
    "He called it “the end.” |(It was not.)",
    "She read “The Sea” aloud. |It was long.",
]
BRACKETS = [
    "It failed (Daily Post, March 1, 2019). |Nobody was hurt.",
    "It failed (so the Daily Post says. It may be wrong) and was forgotten. |A pity.",
    "He taught (He had studied law.) at the school.",
    "It is over. |(Nobody told us.) |We left.",
    "It is over.[3] |The rest is known.[4][5]",
    "The use of [sic] is old. |Keep it.",
    "It grew (by 5.3 percent). |It will grow more.",
    "(This article first appeared in the Daily Post, March 1, 2019.)",
]
LISTS = [
    "1. Open the box. |Take the key.",
    "2) Close the box. |Keep the key.",
    "(3) Wait for an hour. |Then begin.",
    "a. Read the page. |Sign it.",
    "• Bring water. |Bring food.",
    "1. First comes the salt |2. Then comes the oil |3. Then wait",
    "a) salt |b) oil |c) bread",
    "iv. The fourth part begins here. |It is short.",
]
MIXED = [
    "",
    ".",
    "No stop at the end",
    "  Space around it.  ",
    "He paid ¥500. |She paid €4.",
    "It ended at 10. |The next began at 11.",
    "東京は晴れ。",
    "The word 対訳 means a text beside its translation. |It is short.",
]
ALL = [*STOPS, *ABBREVIATIONS, *INITIALS, *MARKS, *QUOTATIONS, *BRACKETS, *LISTS, *MIXED]


@pytest.mark.parametrize("marked", ALL)
def test_an_english_sentence_ends_where_the_bar_stands(marked: str) -> None:
    wanted = [piece for piece in marked.split("|") if piece]
    assert split_paragraph("".join(wanted), "en") == wanted
