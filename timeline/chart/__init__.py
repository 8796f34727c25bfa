"""Events as an interactive Plotly figure."""

from timeline.chart.draw import figure

__all__ = ["figure"]
