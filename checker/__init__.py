"""安心买·放心退: rules that decide on a refund of virtual goods, and the texts that follow from them.

The rooms follow the data: ``ask -> decide -> write``, with ``law`` below them all and ``keep`` beside them. ``bridge`` and
``__main__`` are the two doors. Money is in 分, dates are the reader's local dates, and the time is always passed in.

For callers from Python there are :func:`checker.bridge.check`, :func:`checker.reading.read`, :func:`checker.schema.schema`, and of
:mod:`checker.keep.archive` ``make`` and ``verify``; what else there is may change without notice.
"""
