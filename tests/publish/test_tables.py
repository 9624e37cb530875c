"""Tables of three columns and more name the column at every cell; others stay as they are."""

from checker.publish.tables import with_heads

WIDE = (
    '<table>\n<thead>\n<tr>\n<th>凭证</th>\n<th>证明<em>什么</em></th>\n<th style="text-align: right;">怎么拿</th>\n</tr>\n</thead>\n'
    '<tbody>\n<tr>\n<td>订单</td>\n<td><a href="x">买了什么，什么时候，在哪一家，付了多少钱，用什么付的</a></td>\n<td style="text-align: right;"></td>\n</tr>\n</tbody>\n</table>'
)


def test_every_cell_says_its_column_and_every_part_what_it_is():
    made = with_heads(f"<p>前</p>{WIDE}")
    assert made.startswith('<p>前</p><table data-wide role="table">')
    assert '<td role="cell" data-head="凭证">订单</td>' in made
    assert '<td role="cell" data-head="证明什么"><a href="x">买了什么，什么时候，在哪一家，付了多少钱，用什么付的</a></td>' in made
    assert '<td role="cell" data-head="怎么拿" style="text-align: right;"></td>' in made
    assert made.count('role="columnheader"') == 3 and made.count('role="row"') == 2 and made.count('role="rowgroup"') == 2


def test_two_columns_numbers_and_tables_with_a_class_stay():
    narrow = "<table><thead><tr><th>甲</th><th>乙</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>"
    numbers = "<table><thead><tr><th>甲</th><th>乙</th><th>丙</th></tr></thead><tbody><tr><td>1.00</td><td>2.50</td><td>3</td></tr></tbody></table>"
    ours = WIDE.replace("<table>", '<table class="rule-table">')
    assert with_heads(narrow + numbers + ours) == narrow + numbers + ours
