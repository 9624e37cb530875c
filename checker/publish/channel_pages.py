"""Whom to ask first, and a page for each group of channels."""

from dataclasses import dataclass

from checker.law.channels import Channel, Group, channels
from checker.publish.links import channel_anchor
from checker.publish.made import Made, headings, in_a_row


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelGroup:
    """A page of channels. ``about`` says what one finds there."""

    name: Group
    anchor: str
    title: str
    about: str

    @property
    def path(self) -> str:
        """Its file, seen from ``docs/``."""
        return f"channels/{self.name}.md"

    @property
    def template(self) -> str:
        """What it is rendered from."""
        return f"channels-{self.name}.md"

    @property
    def rows(self) -> list[Channel]:
        """Its channels, in their order."""
        return sorted((row for row in channels().values() if row.group == self.name), key=lambda row: row.order)

    @property
    def headings(self) -> list[tuple[str, str]]:
        """What it has: its channels and the sections below them, each with its anchor."""
        return [*((row.title, channel_anchor(row.id)) for row in self.rows), *headings(self.template)]


GROUPS = (
    ChannelGroup(name="seller", anchor="seller-and-platform", title="商家和平台", about="从订单页提退款，再请平台复核。"),
    ChannelGroup(name="payment", anchor="payment", title="支付方", about="查收款商户，转交投诉，被盗刷的止付。"),
    ChannelGroup(
        name="authority",
        anchor="complaints",
        title="投诉：12315、消费者协会、12345",
        about="归哪里管，什么不受理，怎么写。",
    ),
    ChannelGroup(name="court", anchor="suing", title="起诉", about="多少钱，去哪个法院，告谁，起诉状写什么。"),
    ChannelGroup(name="police", anchor="police-and-reports", title="被骗、被盗刷，以及网络举报", about="什么时候报警，网络举报管什么。"),
    ChannelGroup(name="media", anchor="media-platforms", title="媒体投诉平台", about="公开写出来，怎么写才稳当。"),
)


def made() -> list[Made]:
    """Every page of channels, whom to ask first at the head."""
    index = Made(path="channels.md", title="渠道", template="channels.md", context={"groups": GROUPS})
    groups = [
        Made(path=group.path, title=group.title, template=group.template, context={"group": group, "rows": group.rows}) for group in GROUPS
    ]
    return [index, *in_a_row(groups)]
