from typing import Final

from helpdesk.foundation.kernel.refusals import reason

NO_TOPIC: Final = reason("no_topic", "there is no topic {name}; it may have been taken away just now")

NO_QUESTION: Final = reason("no_question", "this topic does not ask {name}; its questions may have changed just now")

UNANSWERED: Final = reason("unanswered", "this question needs an answer")

WRONG_ANSWER: Final = reason("wrong_answer", "this does not answer the question")

NO_CHOICE: Final = reason("no_choice", "this is not among the answers to choose from; they may have changed just now")

FEW_CHOICES: Final = reason("few_choices", "a question to choose from needs at least two answers")

CHOOSES_NOTHING: Final = reason("chooses_nothing", "only a question to choose from has answers to choose")

NOT_EARLIER: Final = reason("not_earlier", "must be an earlier question of this topic, by choice or by yes and no")
