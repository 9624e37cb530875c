"""Pieces that several texts have in common, as Jinja source."""

MACROS = """\
{# What is enclosed, and who signs. #}
{% macro attachments(kinds, f, p, in_full=false) %}
{% set have = kinds.items() | selectattr(0, "in", f.evidence or []) | list %}
{% if have %}
{% for kind, row in have %}
{{ loop.index }}. {{ row.attached }}
{% endfor %}
{% elif not p.exhibits %}
{{ blank("附件，例如订单截图、支付记录") }}
{% endif %}
{{ catalogue(p) -}}
{% if (have or p.exhibits) and not in_full %}
附件仅供本次退款。
{% endif %}
{%- endmacro %}

{# Each file by itself, as the reader lists them. #}
{% macro catalogue(p) %}
{% if p.exhibits %}
逐份目录：
{{ p.exhibits }}。
{% endif %}
{%- endmacro %}

{% macro held(kinds, f) %}
{% for kind, row in kinds.items() if kind in (f.evidence or []) %}{{ "、" if not loop.first }}{{ row.attached }}{% endfor %}
{%- endmacro %}

{# The facts part: a line each. #}
{% macro listed(lines) %}
{% for line in lines %}
{{ loop.index }}. {{ line.words }}
{% endfor %}
{%- endmacro %}

{# The list of evidence for a court: what it is, what it proves, where it is from, how long. #}
{% macro evidence_list(kinds, f, p) %}
{% for kind, row in kinds.items() if kind in (f.evidence or []) %}
{{ loop.index }}. {{ row.attached }}，证明{{ row.proves }}，来源{{ blank(row.attached ~ "从哪里取得") }}，页数{{ blank(row.attached ~ "有几页") }}
{% else %}
{{ blank("证据名称、证明什么、从哪里取得") }}
{% endfor %}
{{ catalogue(p) -}}
{%- endmacro %}

{# What it argues from: an article a line. #}
{% macro argued(basis, which) %}
{% for each in basis %}
{{ loop.index }}. {{ each.words }}
{% else %}
{{ blank("依据的法律，付款那时的没有收录") }}。
{% endfor %}
{% if which %}
{{ which }}
{% endif %}
{%- endmacro %}

{# What stands above the name while some answer is unsure. #}

{% macro signed_if_true(role, f, p, now, in_app=false) %}
{{ "以上内容属实。" if f.truthful == "yes" else blank("逐条核对，都是实际发生的，再写上“以上内容属实”") }}
{{ signed(role, p, now, in_app) | trim }}
{%- endmacro %}

{# Where an order number says who writes, a shop needs no name and no number. #}
{% macro signed(role, p, now, in_app=false) %}
{% if in_app %}
写信人：这笔订单的下单账号，在订单页面或者站内消息里联系
{% else %}
{{ role }}：{{ p.buyer_name or blank("你的姓名") }}
联系方式：{{ p.buyer_contact or blank("联系方式") }}
{% endif %}
日期：{{ now.date() | chinese_date if now else blank("今天的日期") }}
{%- endmacro %}
"""

# Of the short texts, which have at most as many characters as the threshold `short_text` says.

OPENING = "{{ opening }}"

WANTED = """{% if not to_the_other_party %}本人的要求是{{ demanded }}。请在{{ until | day("最后期限") }}以前答复，并告知处理进度在哪里查。
{%- else %}{{ request }}{{ "" if (until | day("最后期限")) in request else "请在" ~ until | day("最后期限") ~ "以前答复。" }}请告知处理进度在哪里查。
{%- endif %}"""

TO_AN_AUTHORITY = """{{ opening }}{{ {
"refused": "要求被拒绝。", "appeal_refused": "要求和申诉都被拒绝。", "partial_offer": "只答应退一部分。", "partial_final": "最后只答应退一部分。",
"partly_paid": "只退了一部分。", "agreed": "答应的退款没有到账。", "asked_waiting": "没有得到处理结果。", "complained": "没有得到处理结果。",
"outside": "平台让本人自己找卖家。" }.get(f.stage, "") }}请求{{ demanded }}。"""
