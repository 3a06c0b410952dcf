"""The Follow up page: this week, check-ins, and what else keeps goals alive."""
