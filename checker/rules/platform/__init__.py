"""What a platform's reviewer checks, by common practice: state of the order, validity of the proof, match with its rules.

They say what to expect from the platform; none of them decides what the law gives.
"""

from checker.kit import Group

GROUP = Group(module=__name__, anchor="platform", title="平台审核看什么", lead="这是审核人员通常看的三样。平台说不行，不等于法律上不行。")
